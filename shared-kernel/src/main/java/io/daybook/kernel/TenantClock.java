package io.daybook.kernel;

import java.time.Instant;

/// The one clock. Nothing else asks for the time, so that a tenant's time can be moved.
@FunctionalInterface
public interface TenantClock {
  Instant now(TenantId tenant);
}
