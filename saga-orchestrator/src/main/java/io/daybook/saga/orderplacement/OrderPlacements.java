package io.daybook.saga.orderplacement;

import io.daybook.order.OrderEvent.OrderPlacementStarted;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.Saga;
import org.axonframework.modelling.saga.SagaManagerSpanFactory;
import org.axonframework.modelling.saga.SagaRepository;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;

/// Finds the one saga of an order without searching: its id is the order's stream.
///
/// Axon's own manager gives a saga a random id. Every segment then has to search the associations
/// for every event, to find that nearly always the saga is another segment's. Here the segment
/// follows from the event, and whoever is not concerned does nothing. A failure is thrown, where
/// Axon's default would log it and go on.
final class OrderPlacements extends AnnotatedSagaManager<OrderPlacementSaga> {
  private final SagaRepository<OrderPlacementSaga> repository;
  private final SagaManagerSpanFactory spans;
  private final Map<Class<?>, Boolean> handled = new ConcurrentHashMap<>();

  private OrderPlacements(
      Builder<OrderPlacementSaga> builder,
      SagaRepository<OrderPlacementSaga> repository,
      SagaManagerSpanFactory spans) {
    super(builder);
    this.repository = repository;
    this.spans = spans;
  }

  static OrderPlacements create(Configuration axon) {
    AnnotatedSagaRepository<OrderPlacementSaga> repository =
        AnnotatedSagaRepository.<OrderPlacementSaga>builder()
            .sagaType(OrderPlacementSaga.class)
            .sagaStore(axon.eventProcessingConfiguration().sagaStore())
            .resourceInjector(axon.resourceInjector())
            .parameterResolverFactory(axon.parameterResolverFactory())
            .handlerDefinition(axon.handlerDefinition(OrderPlacementSaga.class))
            .build();
    Builder<OrderPlacementSaga> builder = AnnotatedSagaManager.builder();
    builder
        .sagaType(OrderPlacementSaga.class)
        .sagaRepository(repository)
        .parameterResolverFactory(axon.parameterResolverFactory())
        .handlerDefinition(axon.handlerDefinition(OrderPlacementSaga.class));
    return new OrderPlacements(
        builder, repository, axon.getComponent(SagaManagerSpanFactory.class));
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
    String placement = Objects.requireNonNull(TenantScoped.placementOf(event));
    Saga<OrderPlacementSaga> saga = repository.load(placement);
    if (saga == null && OrderPlacementStarted.class.isAssignableFrom(event.getPayloadType())) {
      saga = started(placement);
    }
    if (saga != null && saga.isActive()) {
      invoke(saga, event);
    }
  }

  private Saga<OrderPlacementSaga> started(String placement) {
    Saga<OrderPlacementSaga> saga = repository.createInstance(placement, OrderPlacementSaga::new);
    saga.getAssociationValues().add(new AssociationValue(TenantScoped.PROPERTY, placement));
    return saga;
  }

  private void invoke(Saga<OrderPlacementSaga> saga, EventMessage<?> event) throws Exception {
    spans
        .createInvokeSagaSpan(event, OrderPlacementSaga.class, saga)
        .runCallable(() -> saga.handle(event));
  }
}
