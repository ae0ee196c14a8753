package io.daybook.http;

import io.daybook.eventstore.IdempotencyRecords;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/// Reads a [CommandCall] from a request.
final class CommandCalls {
  private static final int MAX_BODY_BYTES = 1 << 20;

  private final CallerResolver callers;
  private final CommandReader reader;

  CommandCalls(CallerResolver callers, CommandReader reader) {
    this.callers = callers;
    this.reader = reader;
  }

  CommandCall read(Route route, HttpServletRequest request) throws IOException {
    Caller caller = callers.resolve(request);
    String body = body(request);
    CommandReader.Read read = reader.read(route, body, pathOf(request), caller.tenant());
    boolean dryRun = flag(request, "dryRun");
    String key = dryRun ? null : request.getHeader("Idempotency-Key");
    String fingerprint =
        request.getMethod() + " " + request.getRequestURI() + "\n" + reader.fingerprint(body);
    return new CommandCall(
        read.command(),
        read.id(),
        caller,
        route.creates(),
        dryRun,
        Preference.waitOf(request.getHeader("Prefer")),
        checkedKey(key),
        fingerprint,
        metaData(caller, read.id(), dryRun, key, fingerprint));
  }

  private static MetaData metaData(
      Caller caller, String id, boolean dryRun, @Nullable String key, String fingerprint) {
    Map<String, Object> values =
        new HashMap<>(Contexts.metaData(caller.tenant(), caller.actor(), caller.effectiveAt()));
    values.put(RequestMeta.RECEIPT, id);
    if (dryRun) {
      values.put(Meta.DRY_RUN, "true");
    }
    if (key != null) {
      values.put(RequestMeta.IDEMPOTENCY_KEY, key);
      values.put(RequestMeta.REQUEST, fingerprint);
    }
    return MetaData.from(values);
  }

  private static @Nullable String checkedKey(@Nullable String key) {
    if (key != null && (key.isEmpty() || key.length() > IdempotencyRecords.MAX_KEY_LENGTH)) {
      throw Rejection.of(KernelRejection.IDEMPOTENCY_KEY_INVALID)
          .with("Idempotency-Key", key, "must have 1 to 255 characters");
    }
    return key;
  }

  private static boolean flag(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.isEmpty() || text.equals("true")) {
      return true;
    }
    throw Rejection.of(KernelRejection.MALFORMED_REQUEST).with(name, text, "must be true or false");
  }

  private static String body(HttpServletRequest request) throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
    if (bytes.length > MAX_BODY_BYTES) {
      throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
          .with("body", bytes.length + " bytes or more", "must be at most 1 MiB");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> pathOf(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables == null ? Map.of() : (Map<String, String>) variables;
  }
}
