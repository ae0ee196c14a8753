package io.daybook.kernel;

import java.time.Instant;

/// What a decision needs to know beside its command: whose it is, who asks, and what time it is.
/// It is made from the message's metadata, so that a replayed decision sees the same.
public record Context(TenantId tenant, Actor actor, Instant at, String commandId) {
  /// The stream of one of the tenant's entities.
  public String stream(Id id) {
    return tenant.stream(id);
  }
}
