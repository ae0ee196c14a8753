package io.daybook.app.audit;

import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.StreamName;
import io.daybook.eventstore.search.EventFilter;
import io.daybook.kernel.Actor;
import io.daybook.kernel.TenantId;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which events are asked for, as the request spells it. An event must meet every filter that is given.
record EventsQuery(
    @Parameter(description = AuditTexts.TENANT, example = "default", required = false)
        @Nullable String tenant,
    @Parameter(
            description = "Of this entity, by its id.",
            example = "ord_0193a5e0-0000-7000-8000-000000000001",
            required = false)
        @Nullable String entity,
    @Parameter(description = "Caused by this actor.", example = "staff:usr_7", required = false)
        @Nullable String actor,
    @Parameter(
            description = "Of this type, in any revision; several are separated by commas.",
            example = "order.OrderPlaced",
            required = false)
        @Nullable String type,
    @Parameter(
            description = "Recorded at this instant or later.",
            example = "2026-01-01T00:00:00Z",
            required = false)
        @Nullable String from,
    @Parameter(
            description = "Recorded before this instant.",
            example = "2027-01-01T00:00:00Z",
            required = false)
        @Nullable String until,
    @Parameter(
            description = "Followed from the request with this correlation id.",
            example = "0193a5e0-0000-7000-8000-000000000002",
            required = false)
        @Nullable String correlation,
    @Parameter(description = AuditTexts.AFTER, example = "0", required = false)
        @Nullable String after,
    @Parameter(description = AuditTexts.LIMIT, example = "100", required = false)
        @Nullable String limit) {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int LONGEST = 255;

  static EventsQuery ofEntity(String entity, PageQuery page) {
    return new EventsQuery(
        page.tenant(), entity, null, null, null, null, null, page.after(), page.limit());
  }

  Paging paging() {
    return Paging.of(after, limit);
  }

  /// @param within the tenant; absent for all
  EventFilter filter(Optional<TenantId> within, EventTypes catalogue) {
    Instant begin = instant("from", from);
    Instant end = instant("until", until);
    if (begin != null && end != null && !begin.isBefore(end)) {
      throw Paging.refusal("until", end.toString(), "must be after `from`");
    }
    return new EventFilter(
        within.map(TenantId::value).orElse(null),
        stream(within),
        types(catalogue),
        labels(),
        begin,
        end);
  }

  private @Nullable String stream(Optional<TenantId> within) {
    if (entity == null) {
      return null;
    }
    if (entity.isBlank() || entity.length() > LONGEST) {
      throw Paging.refusal("entity", entity, "must be an id");
    }
    TenantId of =
        within.orElseThrow(
            () -> Paging.refusal("tenant", "*", "must be one tenant, where an entity is given"));
    return new StreamName(of.value(), entity).toString();
  }

  private Set<String> types(EventTypes catalogue) {
    Set<String> types = type == null ? Set.of() : Set.copyOf(List.of(type.split(",", -1)));
    for (String name : types) {
      if (catalogue.classOf(name).isEmpty()) {
        throw Paging.refusal("type", name, "must be a type of event, such as order.OrderPlaced");
      }
    }
    return types;
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    if (actor != null) {
      labels.put(AuditLabels.ACTOR, Actor.parse(actor).toString());
    }
    if (correlation != null) {
      if (correlation.isBlank() || correlation.length() > LONGEST) {
        throw Paging.refusal("correlation", correlation, "must be an id");
      }
      labels.put(AuditLabels.CORRELATION, correlation);
    }
    return labels;
  }

  private static @Nullable Instant instant(String field, @Nullable String text) {
    return text == null ? null : given(field, text);
  }

  private static Instant given(String field, String text) {
    return parsed(text)
        .filter(instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST))
        .orElseThrow(
            () ->
                Paging.refusal(
                    field, text, "must be an instant from 1970 to 9999: 2026-01-01T00:00:00Z"));
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
