package io.daybook.http;

import io.daybook.kernel.Actor;
import io.daybook.kernel.Context;
import io.daybook.kernel.Meta;
import io.daybook.kernel.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/// Converts between the metadata of a message and the domain's [Context].
public final class Contexts {
  private Contexts() {}

  /// @throws IllegalStateException when the metadata has no tenant, actor or business time
  public static Context of(Message<?> message) {
    MetaData metaData = message.getMetaData();
    return new Context(
        new TenantId(required(metaData, Meta.TENANT_ID)),
        actor(metaData),
        Instant.parse(required(metaData, Meta.AT)),
        message.getIdentifier());
  }

  public static MetaData metaData(TenantId tenant, Actor actor, @Nullable Instant effectiveAt) {
    Map<String, Object> values = new HashMap<>();
    values.put(Meta.TENANT_ID, tenant.value());
    values.put(Meta.ACTOR_TYPE, actor.kind().spelling());
    values.put(Meta.ACTOR_ID, actor.id());
    if (effectiveAt != null) {
      values.put(Meta.EFFECTIVE_AT, effectiveAt.toString());
    }
    return MetaData.from(values);
  }

  private static Actor actor(MetaData metaData) {
    return Actor.parse(
        required(metaData, Meta.ACTOR_TYPE) + ":" + required(metaData, Meta.ACTOR_ID));
  }

  private static String required(MetaData metaData, String key) {
    if (metaData.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("A message without the metadata " + key);
  }
}
