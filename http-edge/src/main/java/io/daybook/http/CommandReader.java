package io.daybook.http;

import io.daybook.kernel.Command;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.Uuid7;
import io.daybook.kernel.json.KernelJson;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
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
  private final TenantClock clock;
  private final JsonMapper mapper =
      KernelJson.mapper(RequestBody.LIMITS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private final RequestBody bodies = new RequestBody(mapper);
  private final Fingerprint fingerprint = new Fingerprint();

  CommandReader(TenantClock clock) {
    this.clock = clock;
  }

  /// @param id of what is created, or else of what the command goes to
  /// @param generated whether the request came without the id of what it creates
  record Read(Command command, String id, boolean generated) {}

  /// The JSON object of a request, as it was sent.
  ObjectNode object(String body) {
    return bodies.read(body);
  }

  Read read(Route route, ObjectNode body, Map<String, String> path, TenantId tenant) {
    ObjectNode fields = bodies.composed(body);
    path.forEach((name, value) -> put(fields, name, value));
    String created = route.generatedField();
    boolean generates = created != null && isAbsent(fields.path(created));
    if (created != null && generates) {
      fields.put(created, generated(route, created, fields, tenant));
    }
    RequiredFields.check(route.command(), fields);
    try {
      Command command = mapper.treeToValue(fields, route.command());
      String id = created == null ? command.target().value() : fields.path(created).asString();
      return new Read(command, id, generates);
    } catch (JacksonException e) {
      throw refusal(e, fields);
    }
  }

  String fingerprint(Route route, Read read) {
    return fingerprint.of(route, read.command(), read.generated());
  }

  private static void put(ObjectNode fields, String name, String value) {
    JsonNode given = fields.path(name);
    if (!isAbsent(given) && !given.asString("").equals(value)) {
      throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
          .with(name, given, "must be that of the path");
    }
    fields.put(name, value);
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
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
    boolean secret = Fingerprint.SECRETS.contains(field);
    return Rejection.of(KernelRejection.MALFORMED_REQUEST)
        .with(field, secret || value.isMissingNode() ? null : value.toString(), Mismatch.rule(e));
  }
}
