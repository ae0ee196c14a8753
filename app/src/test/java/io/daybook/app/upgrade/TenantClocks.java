package io.daybook.app.upgrade;

import io.daybook.kernel.TenantClock;
import io.daybook.kernel.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A clock for each tenant, which stands still until a test moves it.
record TenantClocks(Instant start, Map<TenantId, Instant> moved) implements TenantClock {
  TenantClocks(Instant start) {
    this(start, new ConcurrentHashMap<>());
  }

  @Override
  public Instant now(TenantId tenant) {
    return moved.getOrDefault(tenant, start);
  }

  /// No clock goes back.
  void move(TenantId tenant, Instant instant) {
    moved.merge(tenant, instant, (before, after) -> after.isAfter(before) ? after : before);
  }
}
