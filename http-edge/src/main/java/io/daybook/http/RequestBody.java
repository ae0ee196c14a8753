package io.daybook.http;

import io.daybook.kernel.CommandCheck;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Reads the JSON object of a request. All texts of it, and all names, come out in NFC.
record RequestBody(JsonMapper mapper) {
  private static final int MOST_LEVELS = 50;
  private static final int MOST_DIGITS = 100;
  private static final int MOST_NAME = 2_000;

  /// More than any request of the shop needs, and little enough to be read at no cost.
  static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MOST_LEVELS)
          .maxNumberLength(MOST_DIGITS)
          .maxNameLength(MOST_NAME)
          .build();

  ObjectNode read(String body) {
    if (body.isBlank()) {
      return mapper.createObjectNode();
    }
    try {
      if (mapper.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (StreamConstraintsException e) {
      throw malformed(
          e,
          "must have at most %d levels, numbers of %d digits and names of %d characters"
              .formatted(MOST_LEVELS, MOST_DIGITS, MOST_NAME));
    } catch (JacksonException e) {
      throw malformed(e, e.getOriginalMessage());
    }
    throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
        .with("body", null, "must be a JSON object");
  }

  /// The same with its texts and names in NFC.
  ///
  /// @throws Rejection where a number would need megabytes to be written out, or two names are the same
  ObjectNode composed(ObjectNode body) {
    compose(body, "");
    return body;
  }

  private void compose(ObjectNode object, String path) {
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      property.setValue(composed(property.getValue(), path + property.getKey()));
      if (!Texts.composed(property.getKey()).equals(property.getKey())) {
        others.add(property.getKey());
      }
    }
    for (String name : others) {
      String composed = Texts.composed(name);
      if (object.has(composed)) {
        throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
            .with(path + name, null, "must be there once");
      }
      object.set(composed, object.remove(name));
    }
  }

  private JsonNode composed(JsonNode node, String path) {
    switch (node) {
      case StringNode text -> {
        String given = text.stringValue();
        String composed = Texts.composed(given);
        return composed.equals(given) ? text : StringNode.valueOf(composed);
      }
      case ObjectNode object -> compose(object, path + ".");
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, composed(array.get(i), path + "." + i));
        }
      }
      default -> requireKept(node, path);
    }
    return node;
  }

  private static void requireKept(JsonNode node, String path) {
    if (node.isNumber() && !CommandCheck.canBeKept(node.decimalValue())) {
      throw Rejection.of(KernelRejection.INVALID_NUMBER)
          .with(
              path, node.decimalValue(), "must have at most 38 digits, and 20 of them as decimals");
    }
  }

  private static Rejection malformed(JacksonException e, String rule) {
    return Rejection.of(KernelRejection.MALFORMED_REQUEST)
        .with("body", place(e.getLocation()), rule);
  }

  private static @Nullable String place(@Nullable TokenStreamLocation location) {
    return location == null
        ? null
        : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }
}
