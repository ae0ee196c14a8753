package io.daybook.app.hostile;

import io.daybook.customer.Email;
import io.daybook.http.Route;
import io.daybook.kernel.Id;
import io.daybook.kernel.Samples;
import io.daybook.kernel.SingleValue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Bodies of requests to a route, made from the record of its command: one that is good, about the entities
/// of the samples, and for each field one in which a mark stands for its value, or for its name.
final class CommandBodies {
  /// What stands where a hostile value goes.
  static final String MARK = "@@";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Route route;
  private final ObjectNode example;

  CommandBodies(Route route) {
    this.route = route;
    this.example = example(route.command());
  }

  /// A body whose value, or name of a value, is to be replaced.
  ///
  /// @param named whether the mark is a name, for which only a text can stand
  record Marked(String field, boolean named, String body) {}

  List<Marked> marked() {
    List<Marked> all = new ArrayList<>();
    for (RecordComponent component : route.command().getRecordComponents()) {
      if (!route.pathFields().contains(component.getName())) {
        mark(component.getGenericType(), component.getName(), all);
      }
    }
    return all;
  }

  /// The paths of the fields are those of the refusals: `lines.0.price`.
  private void mark(Type type, String path, List<Marked> all) {
    all.add(marked(path, false, NODES.stringNode(MARK)));
    if (type instanceof Class<?> raw
        && raw.isRecord()
        && !SingleValue.class.isAssignableFrom(raw)) {
      for (RecordComponent component : raw.getRecordComponents()) {
        mark(component.getGenericType(), path + "." + component.getName(), all);
      }
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      mark(generic.getActualTypeArguments()[0], path + ".0", all);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
      all.add(marked(path, false, NODES.objectNode().put("name", MARK)));
      all.add(marked(path, true, NODES.objectNode().put(MARK, "value")));
    }
  }

  private Marked marked(String path, boolean named, JsonNode value) {
    ObjectNode body = good(route.command(), example);
    JsonNode at = body;
    String[] steps = path.split("\\.");
    for (int i = 0; i < steps.length - 1; i++) {
      at = at.isArray() ? at.get(Integer.parseInt(steps[i])) : at.get(steps[i]);
    }
    String last = steps[steps.length - 1];
    if (at instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) at).set(last, value);
    }
    route.pathFields().forEach(body::remove);
    return new Marked(path, named, body.toString());
  }

  private ObjectNode good(Class<?> type, @Nullable ObjectNode given) {
    ObjectNode body = NODES.objectNode();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      boolean unique = component.getType() == Email.class || name.equals("name");
      JsonNode known = given == null || unique ? null : given.get(name);
      if (known != null) {
        body.set(name, known.deepCopy());
      } else if (!name.equals(route.generatedField()) && !name.equals("password")) {
        body.set(name, good(component.getGenericType()));
      }
    }
    return body;
  }

  private JsonNode good(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? NODES.arrayNode().add(good(generic.getActualTypeArguments()[0]))
          : NODES.objectNode();
    }
    Class<?> raw = (Class<?>) type;
    if (Id.class.isAssignableFrom(raw)) {
      return NODES.stringNode(prefix(raw) + Samples.uuid(1));
    }
    if (raw == Email.class) {
      return NODES.stringNode("name@example.org");
    }
    if (raw.isRecord() && !SingleValue.class.isAssignableFrom(raw)) {
      return good(raw, null);
    }
    if (raw.isEnum()) {
      return NODES.stringNode(raw.getEnumConstants()[0].toString());
    }
    return simple(raw);
  }

  private static JsonNode simple(Class<?> type) {
    if (type == int.class || type == Integer.class || type == long.class) {
      return NODES.numberNode(1);
    } else if (type == BigDecimal.class) {
      return NODES.numberNode(new BigDecimal("0.1"));
    } else if (type == boolean.class || type == Boolean.class) {
      return NODES.booleanNode(true);
    } else if (type == Instant.class) {
      return NODES.stringNode("2036-03-01T09:00:00Z");
    } else if (type == Currency.class) {
      return NODES.stringNode("EUR");
    }
    return NODES.stringNode("a text");
  }

  static String prefix(Class<?> id) {
    try {
      return (String) id.getField("PREFIX").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(id + " has no prefix", e);
    }
  }

  private static ObjectNode example(Class<?> command) {
    String file = "/openapi/examples/" + command.getSimpleName() + ".json";
    try (InputStream in = Route.class.getResourceAsStream(file)) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
