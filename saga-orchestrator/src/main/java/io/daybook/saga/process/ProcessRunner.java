package io.daybook.saga.process;

import io.daybook.eventstore.Failures;
import io.daybook.kernel.TenantId;
import io.daybook.saga.Cause;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AbstractSagaManager;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaCreationPolicy;
import org.axonframework.modelling.saga.SagaInitializationPolicy;
import org.axonframework.modelling.saga.SagaMethodMessageHandlingMember;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.axonframework.modelling.saga.metamodel.SagaModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs the sagas of one type, in the place of Axon's own manager, from the same annotations.
///
/// Axon gives a saga a random id and searches for it by its associations, once for each event in
/// each segment. Here the id is the value of the [key property][ProcessType#key], so that the event
/// itself says which process it concerns and in which segment that is. Only an event whose handlers
/// name another property is searched for, by every segment, once in a transaction.
///
/// The events of a transaction are collected and [handled][ProcessHandling] together with its last
/// one. A process that fails is [parked][ParkedProcesses], and the others go on; what fails because the store or the
/// database is away fails the transaction, which the processor repeats.
public final class ProcessRunner<S> extends AbstractSagaManager<S>
    implements SequencedDeadLetterProcessor<EventMessage<?>> {
  /// Of an event that does not say which process it concerns, because it cannot be read.
  private static final String UNREADABLE = "stream:";

  private static final Logger log = LoggerFactory.getLogger(ProcessRunner.class);

  private final ProcessType<S> type;
  private final ProcessStore<S> store;
  private final SagaModel<S> model;
  private final ParkingHandling<S> handling;
  private final ParkedProcesses parked;
  private final TransactionManager transactions;
  private final Map<Class<?>, Boolean> handled = new ConcurrentHashMap<>();

  /// The event that was asked about last. The same one is asked about for each segment.
  private volatile @Nullable Delivery last;

  private ProcessRunner(
      ProcessType<S> type, ProcessStore<S> store, ParkedProcesses parked, Configuration axon) {
    super(new WithoutRepository<S>().sagaType(type.saga()));
    this.type = type;
    this.store = store;
    this.parked = parked;
    this.transactions = axon.getComponent(TransactionManager.class);
    ProcessHandling<S> processes = ProcessHandling.create(axon, type, store);
    this.model = processes.model();
    this.handling = new ParkingHandling<>(type.name(), processes, parked);
  }

  /// Axon's repository reads and searches sagas one by one.
  private static final class WithoutRepository<S> extends Builder<S> {
    @Override
    protected void validate() {
      // complete with a type
    }
  }

  /// @param letters of the processes that are parked
  public static <S> ProcessRunner<S> create(
      ProcessType<S> type,
      JdbcClient database,
      SequencedDeadLetterQueue<EventMessage<?>> letters,
      Configuration axon) {
    return new ProcessRunner<>(
        type, new ProcessStore<>(database, type), new ParkedProcesses(letters), axon);
  }

  /// What an application declares as a bean so that the processes run.
  public static <S> ConfigurerModule module(
      ProcessType<S> type,
      String processor,
      JdbcClient database,
      PooledStreamingProcessorConfiguration settings) {
    return configurer ->
        configurer
            .eventProcessing()
            .registerSaga(
                type.saga(),
                saga ->
                    saga.configureSagaManager(
                        axon -> create(type, database, lettersOf(axon, processor), axon)))
            .registerPooledStreamingEventProcessorConfiguration(processor, settings);
  }

  private static SequencedDeadLetterQueue<EventMessage<?>> lettersOf(
      Configuration axon, String processor) {
    return axon.eventProcessingConfiguration()
        .deadLetterQueue(processor)
        .orElseThrow(() -> new IllegalStateException(processor + " has no dead letters"));
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    try {
      if (!isHandled(event)) {
        return false;
      }
      Delivery delivery = delivery(event);
      ProcessKey key = delivery.key();
      return (key != null && segment.matches(key.sagaId())) || !delivery.associations().isEmpty();
    } catch (RuntimeException | Error e) {
      log.debug("It is not known which process {} concerns", event.getIdentifier(), e);
      Failures.requireMachine(e);
      return segment.matches(unreadable(event));
    }
  }

  private static String unreadable(EventMessage<?> event) {
    return UNREADABLE
        + (event instanceof DomainEventMessage<?> domain
            ? domain.getAggregateIdentifier()
            : event.getIdentifier());
  }

  private boolean isHandled(EventMessage<?> event) {
    Boolean known = handled.get(event.getPayloadType());
    if (known == null) {
      known = model.hasHandlerMethod(event);
      handled.put(event.getPayloadType(), known);
    }
    return known;
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    UnitOfWork<?> unit = CurrentUnitOfWork.get();
    List<Delivery> deliveries =
        unit.getOrComputeResource("process:" + type.name(), _ -> new ArrayList<>());
    collect(event, deliveries);
    if (!(unit instanceof BatchingUnitOfWork<?> events) || events.isLastMessage()) {
      handling.handle(processes(deliveries, segment), deliveries);
      deliveries.clear();
    }
  }

  private void collect(EventMessage<?> event, List<Delivery> deliveries) {
    try {
      deliveries.add(delivery(event));
    } catch (RuntimeException | Error e) {
      parked.park(unreadable(event), event, Failures.asException(e));
    }
  }

  /// Handles the letters of a process again, in order.
  ///
  /// @return whether all of them could be handled
  @Override
  public boolean process(Predicate<DeadLetter<? extends EventMessage<?>>> filter) {
    return transactions.fetchInTransaction(
        () -> parked.letters().process(filter, this::handleAgain));
  }

  private EnqueueDecision<EventMessage<?>> handleAgain(
      DeadLetter<? extends EventMessage<?>> letter) {
    String sequence = ParkedProcesses.sequenceOf(letter);
    try {
      Delivery delivery = delivery(letter.message());
      return handling.handleLetter(
          sequence.startsWith(UNREADABLE)
              ? processes(List.of(delivery), Segment.ROOT_SEGMENT)
              : Set.of(ProcessKey.ofSagaId(sequence)),
          delivery);
    } catch (RuntimeException | Error e) {
      log.warn("A letter of {} still cannot be read", sequence, e);
      return Decisions.enqueue(ThrowableCause.truncated(Failures.asException(e)));
    }
  }

  private Set<ProcessKey> processes(List<Delivery> deliveries, Segment segment) {
    Set<ProcessKey> keys = new LinkedHashSet<>();
    Set<AssociationValue> associations = new HashSet<>();
    for (Delivery delivery : deliveries) {
      if (delivery.key() != null) {
        keys.add(delivery.key());
      }
      associations.addAll(delivery.associations());
    }
    if (!associations.isEmpty()) {
      keys.addAll(store.find(associations));
    }
    keys.removeIf(key -> !segment.matches(key.sagaId()));
    return keys;
  }

  /// Delivers a deadline. It is called in a transaction, and does nothing where the process has
  /// ended.
  @Override
  public void send(Message<?> message, ScopeDescriptor scope) throws Exception {
    if (message instanceof EventMessage<?> deadline
        && scope instanceof SagaScopeDescriptor saga
        && canResolve(scope)) {
      ProcessKey key = ProcessKey.ofSagaId(saga.getIdentifier().toString());
      handling.handleDeadline(key, new Delivery(deadline, key, false, Set.of(), Context.current()));
    }
  }

  @SuppressWarnings("ReferenceEquality") // the very same message, asked about for the next segment
  private Delivery delivery(EventMessage<?> event) {
    Delivery known = last;
    if (known == null || known.event() != event) {
      known = newDelivery(event);
      last = known;
    }
    return new Delivery(
        event, known.key(), known.starts(), known.associations(), Context.current());
  }

  private Delivery newDelivery(EventMessage<?> event) {
    Set<AssociationValue> associations = extractAssociationValues(event);
    @Nullable ProcessKey key = null;
    for (AssociationValue association : Set.copyOf(associations)) {
      if (association.getKey().equals(type.key())) {
        TenantId tenant = Cause.tenantOf(event);
        key = new ProcessKey(tenant, association.getValue());
        associations.remove(association);
      }
    }
    boolean starts = getSagaCreationPolicy(event).getCreationPolicy() != SagaCreationPolicy.NONE;
    return new Delivery(event, key, starts, associations, Context.current());
  }

  @Override
  protected SagaInitializationPolicy getSagaCreationPolicy(EventMessage<?> event) {
    return members(event).stream()
        .filter(member -> member.getCreationPolicy() != SagaCreationPolicy.NONE)
        .filter(member -> hasValue(member.getAssociationValue(event)))
        .findFirst()
        .map(
            member ->
                new SagaInitializationPolicy(
                    member.getCreationPolicy(), member.getAssociationValue(event)))
        .orElse(SagaInitializationPolicy.NONE);
  }

  @Override
  protected Set<AssociationValue> extractAssociationValues(EventMessage<?> event) {
    Set<AssociationValue> associations = new HashSet<>();
    for (SagaMethodMessageHandlingMember<?> member : members(event)) {
      AssociationValue association = member.getAssociationValue(event);
      if (hasValue(association)) {
        associations.add(association);
      }
    }
    return associations;
  }

  /// An event whose property is absent concerns no process, such as a payment without an order.
  private static boolean hasValue(@Nullable AssociationValue association) {
    return association != null && association.getValue() != null;
  }

  private List<SagaMethodMessageHandlingMember<?>> members(EventMessage<?> event) {
    List<SagaMethodMessageHandlingMember<?>> members = new ArrayList<>();
    model
        .findHandlerMethods(event)
        .forEach(
            handler ->
                handler.unwrap(SagaMethodMessageHandlingMember.class).ifPresent(members::add));
    return members;
  }
}
