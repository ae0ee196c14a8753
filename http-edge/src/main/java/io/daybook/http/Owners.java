package io.daybook.http;

import io.daybook.kernel.Id;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CustomerId;
import java.util.Optional;

/// Tells whose an entity is. A capability whose entities belong to customers brings a bean of its own.
@FunctionalInterface
public interface Owners {

  /// Empty where nobody owns it, or where it is of another capability.
  Optional<CustomerId> ownerOf(TenantId tenant, Id entity);
}
