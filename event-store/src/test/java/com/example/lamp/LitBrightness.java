package com.example.lamp;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `lamp.LampLit` from revision 1, where a lamp was lit or not, to 2, where it has a brightness.
public final class LitBrightness extends SingleEventUpcaster {

  private static final SimpleSerializedType BEFORE = new SimpleSerializedType("lamp.LampLit", "1");
  private static final SimpleSerializedType AFTER = new SimpleSerializedType("lamp.LampLit", "2");
  private static final int FULL = 100;

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation event) {
    return event.getType().equals(BEFORE);
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    return event.upcastPayload(AFTER, JsonNode.class, LitBrightness::upcast);
  }

  private static JsonNode upcast(JsonNode payload) {
    ObjectNode lit = (ObjectNode) payload;
    boolean on = lit.remove("on").asBoolean();
    return lit.put("brightness", on ? FULL : 0);
  }
}
