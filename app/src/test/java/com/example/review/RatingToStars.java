package com.example.review;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What revision 1 of a written review called its rating are its stars.
final class RatingToStars extends SingleEventUpcaster {
  private static final SimpleSerializedType FIRST =
      new SimpleSerializedType("review.ReviewWritten", "1");
  private static final SimpleSerializedType SECOND =
      new SimpleSerializedType("review.ReviewWritten", "2");

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation event) {
    return event.getType().equals(FIRST);
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    return event.upcastPayload(SECOND, JsonNode.class, RatingToStars::renamed);
  }

  private static JsonNode renamed(JsonNode first) {
    ObjectNode second = (ObjectNode) first.deepCopy();
    second.set("stars", second.remove("rating"));
    return second;
  }
}
