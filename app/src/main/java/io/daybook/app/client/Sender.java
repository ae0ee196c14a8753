package io.daybook.app.client;

import io.daybook.kernel.Actor;
import io.daybook.kernel.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who sends a command, for which tenant.
///
/// @param at the business time, which staff may give to what happened in the past
public record Sender(TenantId tenant, Actor actor, @Nullable Instant at) {
  public Sender at(Instant instant) {
    return new Sender(tenant, actor, instant);
  }

  public Sender as(Actor other) {
    return new Sender(tenant, other, at);
  }
}
