package io.daybook.app.audit;

import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.search.EventFilter;
import io.daybook.eventstore.search.FoundEvent;
import io.daybook.http.Route;
import io.daybook.kernel.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The events of the store, for staff.
@RestController
@RequestMapping(Route.API + "/admin")
@Tag(name = "audit", description = "Who did what, when, and what followed from it.")
@ApiResponse(responseCode = "200", description = "A page of events, or an event")
@ApiResponse(responseCode = "400", description = AuditTexts.MALFORMED)
@ApiResponse(responseCode = "403", description = AuditTexts.FORBIDDEN)
class AuditApi {
  private final AuditScope scope;
  private final AuditedEvents events;
  private final EventTypes types;

  AuditApi(AuditScope scope, AuditedEvents events, EventTypes types) {
    this.scope = scope;
    this.events = events;
    this.types = types;
  }

  @GetMapping("/events")
  @Operation(summary = "Events by tenant, entity, actor, type, time and request")
  AuditPage events(@ParameterObject EventsQuery query, HttpServletRequest request) {
    Optional<TenantId> tenant = scope.of(request, query.tenant(), EventsQuery.class);
    return events.page(query.filter(tenant, types), query.paging());
  }

  @GetMapping("/events/{event}")
  @Operation(summary = "One event, by its position or its id")
  AuditedEvent event(
      @Parameter(example = "1") @PathVariable String event,
      @ParameterObject TenantQuery query,
      HttpServletRequest request) {
    Optional<TenantId> tenant = scope.of(request, query.tenant(), TenantQuery.class);
    return events.one(events.find(event, tenant));
  }

  /// The page is the tree of causes in the order of the events: `causedBy` of each is the position of the event before
  /// it, if one led to it.
  @GetMapping("/events/{event}/chain")
  @Operation(summary = "All that followed from the request that this event followed from")
  AuditPage chain(
      @Parameter(example = "1") @PathVariable String event,
      @ParameterObject PageQuery query,
      HttpServletRequest request) {
    Optional<TenantId> tenant = scope.of(request, query.tenant(), PageQuery.class);
    FoundEvent found = events.find(event, tenant);
    return events.page(AuditedEvents.chainOf(found), query.paging());
  }

  @GetMapping("/correlations/{correlation}/chain")
  @Operation(summary = "All that followed from a request")
  AuditPage chainOfRequest(
      @Parameter(example = "0193a5e0-0000-7000-8000-000000000002") @PathVariable String correlation,
      @ParameterObject PageQuery query,
      HttpServletRequest request) {
    Optional<TenantId> tenant = scope.of(request, query.tenant(), PageQuery.class);
    EventFilter filter =
        new EventFilter(
            tenant.map(TenantId::value).orElse(null),
            null,
            Set.of(),
            Map.of(AuditLabels.CORRELATION, correlation),
            null,
            null);
    return events.page(filter, query.paging());
  }

  @GetMapping("/entities/{id}/history")
  @Operation(summary = "The events of one entity, from its first on")
  AuditPage history(
      @Parameter(example = "ord_0193a5e0-0000-7000-8000-000000000001") @PathVariable String id,
      @ParameterObject PageQuery query,
      HttpServletRequest request) {
    Optional<TenantId> tenant = scope.of(request, query.tenant(), PageQuery.class);
    EventsQuery ofEntity = EventsQuery.ofEntity(id, query);
    return events.page(ofEntity.filter(tenant, types), query.paging());
  }
}
