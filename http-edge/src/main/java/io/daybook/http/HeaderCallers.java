package io.daybook.http;

import io.daybook.kernel.Actor;
import io.daybook.kernel.Instants;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Takes the caller from the headers, without a check. This is for a program that listens on the loopback
/// address only, until callers are authenticated.
public final class HeaderCallers implements CallerResolver {
  public static final String TENANT = "Daybook-Tenant";
  public static final String ACTOR = "Daybook-Actor";
  public static final String EFFECTIVE_AT = "Daybook-Effective-At";

  private static final int MOST = 128;

  @Override
  public Caller resolve(HttpServletRequest request) {
    String tenant = request.getHeader(TENANT);
    String name = request.getHeader(ACTOR);
    Actor actor = name == null ? Actor.ANONYMOUS : Actor.parse(name);
    if (!Texts.isLine(actor.id(), MOST)) {
      throw Rejection.of(KernelRejection.INVALID_ACTOR)
          .with(ACTOR, name, "must have a name of at most " + MOST + " characters");
    }
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
      return kept(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
          .with(EFFECTIVE_AT, text, "must be an instant such as 1996-07-04T00:00:00Z");
    }
  }

  /// What begins then ends within a year or so, and that must be an instant as well.
  private static Instant kept(Instant at) {
    if (!Instants.canBeKept(at) || !Instants.canBeKept(at.plus(Duration.ofDays(366)))) {
      throw Rejection.of(KernelRejection.INVALID_INSTANT)
          .with(EFFECTIVE_AT, at, "must lie in the years 1970 to 9998");
    }
    return at;
  }
}
