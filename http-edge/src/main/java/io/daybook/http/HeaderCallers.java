package io.daybook.http;

import io.daybook.kernel.Actor;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Takes the caller from the headers, without a check. This is for a program that listens on the loopback
/// address only, until callers are authenticated.
public final class HeaderCallers implements CallerResolver {
  public static final String TENANT = "Daybook-Tenant";
  public static final String ACTOR = "Daybook-Actor";
  public static final String EFFECTIVE_AT = "Daybook-Effective-At";

  @Override
  public Caller resolve(HttpServletRequest request) {
    String tenant = request.getHeader(TENANT);
    String name = request.getHeader(ACTOR);
    Actor actor = name == null ? Actor.ANONYMOUS : Actor.parse(name);
    if (actor.isProcess()) {
      throw Rejection.of(KernelRejection.INVALID_ACTOR)
          .with(ACTOR, name, "must not be a process of Daybook's own");
    }
    return new Caller(
        tenant == null ? TenantId.DEFAULT : new TenantId(tenant),
        actor,
        effectiveAt(request.getHeader(EFFECTIVE_AT), actor));
  }

  private static @Nullable Instant effectiveAt(@Nullable String text, Actor actor) {
    if (text == null) {
      return null;
    }
    if (!actor.isStaff()) {
      throw Rejection.of(KernelRejection.STAFF_ONLY).with(EFFECTIVE_AT, text, "is staff's to give");
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
          .with(EFFECTIVE_AT, text, "must be an instant such as 1996-07-04T00:00:00Z");
    }
  }
}
