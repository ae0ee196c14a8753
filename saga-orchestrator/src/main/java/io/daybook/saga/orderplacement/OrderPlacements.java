package io.daybook.saga.orderplacement;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSagaManager;

/// Finds the one saga of an order without searching: its id is the order's stream.
///
/// Axon's own manager gives a saga a random id. Every segment then has to search the associations
/// for every event, to find that nearly always the saga is another segment's. Here the segment
/// follows from the event, and whoever is not concerned does nothing. A failure is thrown, where
/// Axon's default would log it and go on.
///
/// The events of one transaction are collected, and their placements [handled][PlacementHandling]
/// together.
final class OrderPlacements extends AnnotatedSagaManager<OrderPlacementSaga> {
  private final PlacementHandling handling;
  private final Map<Class<?>, Boolean> handled = new ConcurrentHashMap<>();

  private OrderPlacements(Builder<OrderPlacementSaga> builder, PlacementHandling handling) {
    super(builder);
    this.handling = handling;
  }

  static OrderPlacements create(Configuration axon, PlacementStore store) {
    Builder<OrderPlacementSaga> builder = AnnotatedSagaManager.builder();
    builder
        .sagaType(OrderPlacementSaga.class)
        .sagaRepository(new NeverSearched())
        .parameterResolverFactory(axon.parameterResolverFactory())
        .handlerDefinition(axon.handlerDefinition(OrderPlacementSaga.class));
    return new OrderPlacements(builder, PlacementHandling.create(axon, store));
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    if (!isHandled(event, segment)) {
      return false;
    }
    String placement = TenantScoped.placementOf(event);
    return placement != null && segment.matches(placement);
  }

  private boolean isHandled(EventMessage<?> event, Segment segment) {
    Boolean known = handled.get(event.getPayloadType());
    if (known == null) {
      known = super.canHandle(event, segment);
      handled.put(event.getPayloadType(), known);
    }
    return known;
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    UnitOfWork<?> unit = CurrentUnitOfWork.get();
    PlacementBatch batch =
        unit.getOrComputeResource(PlacementBatch.class.getName(), _ -> new PlacementBatch());
    batch.add(Objects.requireNonNull(TenantScoped.placementOf(event)), event);
    if (!(unit instanceof BatchingUnitOfWork<?> events) || events.isLastMessage()) {
      handling.handle(batch);
      batch.clear();
    }
  }
}
