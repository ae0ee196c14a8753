package io.daybook.saga.orderplacement;

import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.saga.orderplacement.PlacementBatch.Delivery;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MessageHandlerInterceptorMemberChain;
import org.axonframework.modelling.saga.AnnotatedSaga;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaManagerSpanFactory;
import org.axonframework.modelling.saga.metamodel.AnnotationSagaMetaModelFactory;
import org.axonframework.modelling.saga.metamodel.SagaModel;
import org.jspecify.annotations.Nullable;

/// Handles the placements of one transaction side by side, each on a thread of its own and its events in
/// their order: nearly all of their time they wait until a command is durable, and so they wait for
/// the same moment. Before that they are read and after it stored, with one statement for all. If one
/// fails, none is stored, and all of it is done again.
record PlacementHandling(
    PlacementStore store,
    SagaModel<OrderPlacementSaga> model,
    MessageHandlerInterceptorMemberChain<OrderPlacementSaga> interceptors,
    SagaManagerSpanFactory spans,
    ExecutorService threads) {

  /// @param saga none where the events concern none that was begun, or one that has ended
  /// @param later what belongs into the transaction
  private record Outcome(
      String placement, @Nullable AnnotatedSaga<OrderPlacementSaga> saga, Later later) {}

  static PlacementHandling create(Configuration axon, PlacementStore store) {
    AnnotationSagaMetaModelFactory models =
        new AnnotationSagaMetaModelFactory(
            axon.parameterResolverFactory(), axon.handlerDefinition(OrderPlacementSaga.class));
    return new PlacementHandling(
        store,
        models.modelOf(OrderPlacementSaga.class),
        models.chainedInterceptor(OrderPlacementSaga.class),
        axon.getComponent(SagaManagerSpanFactory.class),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  void handle(PlacementBatch batch) throws Exception {
    Map<String, OrderPlacementSaga> known = store.load(batch.placements());
    List<Callable<Outcome>> tasks = new ArrayList<>();
    for (String placement : batch.placements()) {
      @Nullable OrderPlacementSaga found = known.get(placement);
      tasks.add(() -> handle(placement, found, batch.of(placement)));
    }
    settle(outcomes(threads.invokeAll(tasks)), known.keySet());
  }

  /// All have ended, so that nothing is under way any more if it is done again.
  private static List<Outcome> outcomes(List<Future<Outcome>> ended) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Outcome> future : ended) {
      try {
        outcomes.add(future.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
    return outcomes;
  }

  private Outcome handle(
      String placement, @Nullable OrderPlacementSaga found, List<Delivery> deliveries)
      throws Exception {
    Later later = new Later();
    @Nullable AnnotatedSaga<OrderPlacementSaga> saga =
        found == null ? null : saga(placement, found);
    for (Delivery delivery : deliveries) {
      if (saga == null && delivery.event().getPayload() instanceof OrderPlacementStarted) {
        saga = saga(placement, new OrderPlacementSaga());
      }
      if (saga != null && saga.isActive()) {
        invoke(saga, delivery, later);
      }
    }
    return new Outcome(placement, saga, later);
  }

  private AnnotatedSaga<OrderPlacementSaga> saga(String placement, OrderPlacementSaga state) {
    return new AnnotatedSaga<>(
        placement,
        Set.of(new AssociationValue(TenantScoped.PROPERTY, placement)),
        state,
        model,
        interceptors);
  }

  private void invoke(AnnotatedSaga<OrderPlacementSaga> saga, Delivery delivery, Later later)
      throws Exception {
    EventMessage<?> event = delivery.event();
    try (Scope _ = delivery.context().makeCurrent()) {
      later.during(
          () ->
              spans
                  .createInvokeSagaSpan(event, OrderPlacementSaga.class, saga)
                  .runCallable(() -> saga.handle(event)));
    }
  }

  private void settle(List<Outcome> outcomes, Set<String> known) {
    Map<String, OrderPlacementSaga> going = new LinkedHashMap<>();
    List<String> ended = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      outcome.later().runAll();
      if (outcome.saga() != null && outcome.saga().isActive()) {
        going.put(outcome.placement(), outcome.saga().root());
      } else if (outcome.saga() != null && known.contains(outcome.placement())) {
        ended.add(outcome.placement());
      }
    }
    store.save(going);
    store.remove(ended);
  }
}
