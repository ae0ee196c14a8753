package io.daybook.http;

import io.daybook.kernel.Command;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.Uuid7;
import io.daybook.kernel.json.KernelJson;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes a command of a JSON body and a path. It is strict: a field that is unknown, missing or of another
/// type is refused by its name, since ignoring it would hide a fault of the caller.
final class CommandReader {
  private static final Pattern ID =
      Pattern.compile("[a-z]+_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final String ESCAPED_NUL = "\\u0000";
  private static final List<String> SECRETS = List.of("password", "verificationToken");

  private final TenantClock clock;
  private final JsonMapper mapper =
      KernelJson.mapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  CommandReader(TenantClock clock) {
    this.clock = clock;
  }

  /// @param id of what is created, or else of what the command goes to
  record Read(Command command, String id) {}

  Read read(Route route, String body, Map<String, String> path, TenantId tenant) {
    ObjectNode fields = object(body);
    path.forEach((name, value) -> put(fields, name, value));
    String created = route.generatedField();
    if (created != null && fields.path(created).isMissingNode()) {
      fields.put(created, generated(route, created, fields, tenant));
    }
    RequiredFields.check(route.command(), fields);
    try {
      Command command = mapper.treeToValue(fields, route.command());
      return new Read(
          command, created == null ? command.target().value() : fields.path(created).asString());
    } catch (JacksonException e) {
      throw refusal(e, fields);
    }
  }

  /// Tells one request from another under the same key. Secrets are left out: not even their hash may be
  /// stored, since they could be guessed by it.
  String fingerprint(String body) {
    ObjectNode fields = object(body);
    SECRETS.forEach(fields::remove);
    return fields.toString();
  }

  private ObjectNode object(String body) {
    if (body.isBlank()) {
      return mapper.createObjectNode();
    }
    if (body.indexOf('\0') >= 0 || body.contains(ESCAPED_NUL)) {
      throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
          .with("body", ESCAPED_NUL, "must not contain the NUL character, which no table can keep");
    }
    try {
      if (mapper.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
          .with("body", place(e.getLocation()), e.getOriginalMessage());
    }
    throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
        .with("body", null, "must be a JSON object");
  }

  private static String place(TokenStreamLocation location) {
    return "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static void put(ObjectNode fields, String name, String value) {
    JsonNode given = fields.path(name);
    if (!given.isMissingNode() && !given.asString("").equals(value)) {
      throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
          .with(name, given.toString(), "must be that of the path, " + value);
    }
    fields.put(name, value);
  }

  private String generated(Route route, String field, ObjectNode fields, TenantId tenant) {
    String source = route.derivedFrom();
    Matcher known = ID.matcher(source == null ? "" : fields.path(source).asString(""));
    return RequiredFields.prefix(route.command(), field)
        + (known.matches() ? known.group(1) : Uuid7.at(clock.now(tenant)));
  }

  /// The exception of a value does not know the field that the value is of.
  private static Rejection at(String field, Rejection rejection) {
    Rejection named = Rejection.of(rejection.code());
    for (Rejection.Violation violation : rejection.violations()) {
      named = named.with(field, violation.value(), violation.rule());
    }
    return named;
  }

  private static Rejection refusal(JacksonException e, ObjectNode fields) {
    String field =
        e.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
            .reduce((outer, inner) -> outer + "." + inner)
            .orElse("body");
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Rejection rejection) {
        return at(field, rejection);
      }
    }
    JsonNode value = fields.at("/" + field.replace('.', '/'));
    boolean secret = SECRETS.contains(field);
    return Rejection.of(KernelRejection.MALFORMED_REQUEST)
        .with(field, secret || value.isMissingNode() ? null : value.toString(), Mismatch.rule(e));
  }
}
