package io.daybook.saga.process;

import io.daybook.eventstore.Failures;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
import org.axonframework.messaging.annotation.MessageHandlerInterceptorMemberChain;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.modelling.saga.AnnotatedSaga;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaManagerSpanFactory;
import org.axonframework.modelling.saga.metamodel.AnnotationSagaMetaModelFactory;
import org.axonframework.modelling.saga.metamodel.SagaModel;
import org.jspecify.annotations.Nullable;

/// Handles the deliveries of one transaction: loads all processes that they concern with one
/// statement, lets each handle its own in order, on a thread of its own, and saves all with one
/// statement.
///
/// A process spends nearly all of its time waiting until a command is durable, and so they wait
/// together. Whoever has them handled decides what becomes of those that fail.
record ProcessHandling<S>(
    ProcessType<S> type,
    ProcessStore<S> store,
    SagaModel<S> model,
    MessageHandlerInterceptorMemberChain<S> interceptors,
    SagaManagerSpanFactory spans,
    ExecutorService threads) {

  /// What became of a process.
  ///
  /// @param saga none if no message was handled
  /// @param agendaWrites what it wants written on the agenda
  record Handled<S>(ProcessKey key, @Nullable AnnotatedSaga<S> saga, List<Runnable> agendaWrites) {}

  static <S> ProcessHandling<S> create(
      Configuration axon, ProcessType<S> type, ProcessStore<S> store) {
    AnnotationSagaMetaModelFactory models =
        new AnnotationSagaMetaModelFactory(
            MultiParameterResolverFactory.ordered(
                new CommandSenderResolver(type.actor(), axon.getComponent(ProcessCommands.class)),
                axon.parameterResolverFactory()),
            axon.handlerDefinition(type.saga()));
    return new ProcessHandling<>(
        type,
        store,
        models.modelOf(type.saga()),
        models.chainedInterceptor(type.saga()),
        axon.getComponent(SagaManagerSpanFactory.class),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  /// What became of all processes that a transaction concerns.
  ///
  /// @param failures of those that could not handle their messages
  /// @param known those that were stored before
  record Outcome<S>(
      List<Handled<S>> handled, Map<ProcessKey, Exception> failures, Set<ProcessKey> known) {}

  /// Nothing is stored yet. All processes have ended with it, so that no command is under way when the deliveries
  /// are repeated.
  Outcome<S> handle(Collection<ProcessKey> processes, List<Delivery> deliveries)
      throws InterruptedException {
    ProcessStore.Loaded<S> stored = store.load(processes);
    List<ProcessKey> keys = new ArrayList<>(processes);
    keys.removeAll(stored.unreadable().keySet());
    List<Callable<Handled<S>>> tasks = new ArrayList<>();
    for (ProcessKey key : keys) {
      @Nullable StoredProcess<S> process = stored.processes().get(key);
      tasks.add(() -> handle(key, process, deliveries));
    }
    Outcome<S> outcome =
        new Outcome<>(new ArrayList<>(), stored.unreadable(), stored.processes().keySet());
    List<Future<Handled<S>>> ended = threads.invokeAll(tasks);
    for (int i = 0; i < keys.size(); i++) {
      take(keys.get(i), ended.get(i), outcome);
    }
    return outcome;
  }

  private static <S> void take(ProcessKey key, Future<Handled<S>> ended, Outcome<S> outcome)
      throws InterruptedException {
    try {
      outcome.handled().add(ended.get());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      outcome.failures().put(key, Failures.asException(cause));
    }
  }

  private Handled<S> handle(
      ProcessKey key, @Nullable StoredProcess<S> stored, List<Delivery> deliveries)
      throws Exception {
    List<Runnable> writes = AgendaOutbox.writes();
    @Nullable AnnotatedSaga<S> saga =
        stored == null ? null : saga(key, stored.saga(), stored.associations());
    boolean handled = false;
    for (Delivery delivery : deliveries) {
      if (!delivery.mayConcern(key)) {
        continue;
      }
      if ((saga == null || !saga.isActive()) && delivery.starts() && key.equals(delivery.key())) {
        saga = saga(key, type.saga().getDeclaredConstructor().newInstance(), Set.of());
      }
      if (saga != null && isOfTenant(key, delivery) && saga.canHandle(delivery.event())) {
        invoke(saga, key, delivery, writes);
        handled = true;
      }
    }
    return new Handled<>(key, handled ? saga : null, writes);
  }

  private static boolean isOfTenant(ProcessKey key, Delivery delivery) {
    return key.equals(delivery.key()) || key.tenant().equals(Cause.tenantOf(delivery.event()));
  }

  private AnnotatedSaga<S> saga(ProcessKey key, S state, Set<AssociationValue> others) {
    Set<AssociationValue> all = new HashSet<>(others);
    all.add(new AssociationValue(type.key(), key.id()));
    return new AnnotatedSaga<>(key.sagaId(), all, state, model, interceptors);
  }

  private void invoke(
      AnnotatedSaga<S> saga, ProcessKey key, Delivery delivery, List<Runnable> writes)
      throws Exception {
    try (Scope _ = delivery.trace().makeCurrent()) {
      AgendaOutbox.during(
          key,
          Cause.of(delivery.event(), type.actor()),
          delivery.event(),
          writes,
          () ->
              spans
                  .createInvokeSagaSpan(delivery.event(), type.saga(), saga)
                  .runCallable(() -> saga.handle(delivery.event())));
    }
  }

  void save(Outcome<S> outcome) {
    save(outcome.handled(), outcome.known());
  }

  /// Each behind a savepoint, so that what PostgreSQL refuses of one does not keep the others from being stored.
  ///
  /// @return the failures
  Map<ProcessKey, Exception> saveOneByOne(Outcome<S> outcome) {
    Map<ProcessKey, Exception> failures = new LinkedHashMap<>();
    for (Handled<S> handled : outcome.handled()) {
      store.savepoint();
      try {
        save(List.of(handled), outcome.known());
      } catch (RuntimeException e) {
        store.rollbackToSavepoint();
        failures.put(handled.key(), e);
      }
    }
    return failures;
  }

  private void save(List<Handled<S>> all, Set<ProcessKey> known) {
    Map<ProcessKey, StoredProcess<S>> running = new LinkedHashMap<>();
    List<ProcessKey> ended = new ArrayList<>();
    for (Handled<S> handled : all) {
      handled.agendaWrites().forEach(Runnable::run);
      @Nullable AnnotatedSaga<S> saga = handled.saga();
      if (saga != null && saga.isActive()) {
        running.put(handled.key(), new StoredProcess<>(saga.root(), associations(saga)));
      } else if (saga != null && known.contains(handled.key())) {
        ended.add(handled.key());
      }
    }
    store.save(running);
    store.remove(ended);
  }

  /// @throws IllegalStateException if the saga made an association that no event would find it by
  private Set<AssociationValue> associations(AnnotatedSaga<S> saga) {
    Set<AssociationValue> others = new HashSet<>(saga.getAssociationValues().asSet());
    String id = ProcessKey.ofSagaId(saga.getSagaIdentifier()).id();
    if (!others.remove(new AssociationValue(type.key(), id))) {
      throw new IllegalStateException(saga.getSagaIdentifier() + " has given up its key");
    }
    for (AssociationValue other : others) {
      if (!type.associations().contains(other.getKey())) {
        throw new IllegalStateException("No handler of %s finds it by %s".formatted(type, other));
      }
    }
    return others;
  }
}
