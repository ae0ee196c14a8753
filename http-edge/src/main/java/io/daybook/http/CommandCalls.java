package io.daybook.http;

import io.daybook.eventstore.IdempotencyRecords;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/// Reads a [CommandCall] from a request.
final class CommandCalls {
  private static final int MAX_BODY_BYTES = 1 << 20;

  private final CallerResolver callers;
  private final Roles roles;
  private final CommandReader reader;

  CommandCalls(CallerResolver callers, Roles roles, CommandReader reader) {
    this.callers = callers;
    this.roles = roles;
    this.reader = reader;
  }

  CommandCall read(Route route, HttpServletRequest request) throws IOException {
    Caller caller = callers.resolve(request);
    Roles.mayUse(route, caller);
    boolean dryRun = flag(request, "dryRun");
    String key = dryRun ? null : checkedKey(request.getHeader("Idempotency-Key"));
    ObjectNode body = reader.object(body(request));
    Map<String, String> requested = new HashMap<>();
    if (key != null) {
      requested.put(
          RequestMeta.EARLIER_REQUEST,
          Fingerprint.earlier(request.getMethod(), request.getRequestURI(), body));
    }
    CommandReader.Read read = reader.read(route, body, pathOf(request), caller.tenant());
    roles.mayChange(caller, route, read.command());
    if (key != null) {
      requested.put(RequestMeta.IDEMPOTENCY_KEY, key);
      requested.put(RequestMeta.REQUEST, reader.fingerprint(route, read));
    }
    return new CommandCall(
        read.command(),
        read.id(),
        caller,
        route.creates(),
        dryRun,
        Preference.waitOf(request.getHeader("Prefer")),
        metaData(caller, read.id(), dryRun).mergedWith(requested));
  }

  private static MetaData metaData(Caller caller, String id, boolean dryRun) {
    Map<String, Object> values =
        new HashMap<>(Contexts.metaData(caller.tenant(), caller.actor(), caller.effectiveAt()));
    values.put(RequestMeta.RECEIPT, id);
    if (dryRun) {
      values.put(Meta.DRY_RUN, "true");
    }
    return MetaData.from(values);
  }

  private static @Nullable String checkedKey(@Nullable String key) {
    if (key != null
        && (key.length() > IdempotencyRecords.MAX_KEY_LENGTH || !Texts.isLine(key, key.length()))) {
      throw Rejection.of(KernelRejection.IDEMPOTENCY_KEY_INVALID)
          .with("Idempotency-Key", key, "must have 1 to 255 characters that can be seen");
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
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Rejection.of(KernelRejection.MALFORMED_REQUEST).with("body", null, "must be UTF-8");
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> pathOf(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables == null ? Map.of() : (Map<String, String>) variables;
  }
}
