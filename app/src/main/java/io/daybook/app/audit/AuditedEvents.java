package io.daybook.app.audit;

import io.daybook.eventstore.StoredEvent;
import io.daybook.eventstore.search.EventFilter;
import io.daybook.eventstore.search.EventPage;
import io.daybook.eventstore.search.EventSearch;
import io.daybook.eventstore.search.FoundEvent;
import io.daybook.kernel.Id;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells stored events, each with the event that led to it.
@Component
class AuditedEvents {
  private final EventSearch search;
  private final Payloads payloads;

  AuditedEvents(EventSearch search, Payloads payloads) {
    this.search = search;
    this.payloads = payloads;
  }

  AuditPage page(EventFilter filter, Paging paging) {
    EventPage page = search.page(filter, paging.after(), paging.limit());
    return new AuditPage(
        told(page.events()),
        page.upTo(),
        page.more(),
        page.reach().head(),
        page.reach().sealed(),
        page.reach().indexed());
  }

  AuditedEvent one(FoundEvent event) {
    return told(List.of(event)).getFirst();
  }

  /// @param positionOrId of the event
  /// @param tenant whose it must be; absent for any
  /// @throws Rejection if there is no such event
  FoundEvent find(String positionOrId, Optional<TenantId> tenant) {
    return found(positionOrId)
        .filter(event -> tenant.isEmpty() || tenantOf(event).equals(tenant.get().value()))
        .orElseThrow(
            () ->
                Rejection.of(AuditRejection.EVENT_NOT_FOUND)
                    .with("event", positionOrId, "a position or an event's id"));
  }

  private Optional<FoundEvent> found(String positionOrId) {
    if (positionOrId.matches("\\d{1,18}")) {
      return search.at(Long.parseLong(positionOrId));
    }
    return uuid(positionOrId).flatMap(search::ofId);
  }

  /// All that followed from the request that the event followed from.
  static EventFilter chainOf(FoundEvent event) {
    StoredEvent stored = event.event();
    String correlation = stored.metadata().getOrDefault(Meta.CORRELATION_ID, stored.id());
    return EventFilter.labelled(tenantOf(event), AuditLabels.CORRELATION, correlation);
  }

  private static String tenantOf(FoundEvent event) {
    String stream = event.event().stream();
    return stream.substring(0, Math.max(0, stream.indexOf('/')));
  }

  private List<AuditedEvent> told(List<FoundEvent> events) {
    Map<UUID, Long> causes = causes(events);
    Set<String> withheld =
        payloads.withheld(events.stream().map(it -> it.event().stream()).distinct().toList());
    return events.stream()
        .map(event -> told(event, causes, withheld.contains(event.event().stream())))
        .toList();
  }

  private Map<UUID, Long> causes(List<FoundEvent> events) {
    Set<UUID> ids = new HashSet<>();
    for (FoundEvent event : events) {
      uuid(event.event().metadata().get(Meta.CAUSATION_ID)).ifPresent(ids::add);
    }
    return ids.isEmpty() ? Map.of() : search.positionsOf(ids);
  }

  private static AuditedEvent told(FoundEvent found, Map<UUID, Long> causes, boolean withheld) {
    StoredEvent event = found.event();
    Map<String, String> metadata = event.metadata();
    String causation = metadata.get(Meta.CAUSATION_ID);
    String id = event.stream().substring(event.stream().indexOf('/') + 1);
    return new AuditedEvent(
        event.position(),
        event.id(),
        tenantOf(found),
        new AuditedEntity(found.aggregateType(), id, event.sequence()),
        event.type().name(),
        event.type().revision(),
        event.at(),
        metadata.get(Meta.EFFECTIVE_AT),
        AuditLabels.actor(metadata),
        metadata.get(Meta.CORRELATION_ID),
        causation,
        uuid(causation).map(causes::get).orElse(null),
        metadata.get(Meta.COMMAND_ID),
        traceId(metadata.get(Meta.TRACEPARENT)),
        found.leaf().hex(),
        withheld,
        withheld ? null : Payloads.of(event));
  }

  /// Of the form of W3C: version, trace, span, flags.
  private static @Nullable String traceId(@Nullable String traceparent) {
    String[] parts = traceparent == null ? new String[0] : traceparent.split("-", -1);
    return parts.length < 2 ? null : parts[1];
  }

  private static Optional<UUID> uuid(@Nullable String text) {
    return text != null && Id.UUID_TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
