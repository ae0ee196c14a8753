package io.daybook.kernel;

import java.util.regex.Pattern;

/// A tenant: one shop whose data no other shop ever sees.
public record TenantId(String value) implements SingleValue {
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  public static final TenantId DEFAULT = new TenantId("default");

  public TenantId {
    if (!ALLOWED.matcher(value).matches()) {
      throw Rejection.of(KernelRejection.INVALID_TENANT)
          .with(
              "tenantId",
              value,
              "must be 1 to 63 of a-z, 0-9, - and _, and start with a letter or digit");
    }
  }

  /// The stream of an entity of this tenant. Tenants are kept apart by the name of the stream
  /// itself: what belongs to another tenant cannot even be found.
  public String stream(Id id) {
    return value + "/" + id.value();
  }

  @Override
  public String toString() {
    return value;
  }
}
