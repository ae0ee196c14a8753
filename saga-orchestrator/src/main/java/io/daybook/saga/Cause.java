package io.daybook.saga;

import io.daybook.agenda.AgendaEntry;
import io.daybook.eventstore.StoredEvent;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Meta;
import io.daybook.kernel.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/// On whose behalf a process acts, and which message it reacts to.
///
/// @param effectiveAt the business time of a back-dated flow, which passes on to all commands and
///   events that follow
public record Cause(
    TenantId tenant,
    Actor actor,
    @Nullable String correlationId,
    @Nullable String causationId,
    @Nullable Instant effectiveAt) {

  /// For what a process does because of an event. The cause of a deadline is the event that set it. An event without
  /// a correlation, such as one from another store, begins one of its own.
  public static Cause of(EventMessage<?> event, Actor process) {
    MetaData metadata = event.getMetaData();
    String causation =
        event instanceof DeadlineMessage<?>
            ? text(metadata, Meta.CAUSATION_ID)
            : event.getIdentifier();
    String correlation = text(metadata, Meta.CORRELATION_ID);
    return new Cause(
        tenantOf(event),
        process,
        correlation == null ? causation : correlation,
        causation,
        instant(text(metadata, Meta.EFFECTIVE_AT)));
  }

  /// The same because of an event that is read from the store.
  public static Cause of(StoredEvent event, TenantId tenant, Actor process) {
    Map<String, String> metadata = event.metadata();
    return new Cause(
        tenant,
        process,
        metadata.getOrDefault(Meta.CORRELATION_ID, event.id()),
        event.id(),
        instant(metadata.get(Meta.EFFECTIVE_AT)));
  }

  /// For what a task does because of its entry of the agenda, which was stored with [#toData].
  public static Cause of(AgendaEntry entry, Actor process) {
    Map<String, String> data = entry.data();
    return new Cause(
        entry.tenant(),
        process,
        data.get(Meta.CORRELATION_ID),
        data.get(Meta.CAUSATION_ID),
        instant(data.get(Meta.EFFECTIVE_AT)));
  }

  /// Who asked for what led to an event.
  public static Actor actorOf(EventMessage<?> event) {
    String kind = text(event.getMetaData(), Meta.ACTOR_TYPE);
    String id = text(event.getMetaData(), Meta.ACTOR_ID);
    return kind == null || id == null ? Actor.ANONYMOUS : Actor.parse(kind + ":" + id);
  }

  /// @throws IllegalArgumentException if the event has no tenant
  public static TenantId tenantOf(EventMessage<?> event) {
    String tenant = text(event.getMetaData(), Meta.TENANT_ID);
    if (tenant == null) {
      throw new IllegalArgumentException("An event without a tenant: " + event.getIdentifier());
    }
    return new TenantId(tenant);
  }

  /// As text, to be stored with an entry of the agenda. The tenant and the process are stored
  /// otherwise.
  public Map<String, String> toData() {
    Map<String, String> data = new LinkedHashMap<>();
    put(data, Meta.CORRELATION_ID, correlationId);
    put(data, Meta.CAUSATION_ID, causationId);
    put(data, Meta.EFFECTIVE_AT, effectiveAt);
    return data;
  }

  Map<String, String> metadata(String commandId) {
    Map<String, String> metadata = toData();
    metadata.put(Meta.TENANT_ID, tenant.value());
    metadata.put(Meta.ACTOR_TYPE, actor.kind().spelling());
    metadata.put(Meta.ACTOR_ID, actor.id());
    metadata.put(Meta.COMMAND_ID, commandId);
    return metadata;
  }

  private static void put(Map<String, String> data, String key, @Nullable Object value) {
    if (value != null) {
      data.put(key, value.toString());
    }
  }

  private static @Nullable String text(MetaData metadata, String key) {
    Object value = metadata.get(key);
    return value == null ? null : value.toString();
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
