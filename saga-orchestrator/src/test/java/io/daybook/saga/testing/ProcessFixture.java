package io.daybook.saga.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaRunner;
import io.daybook.agenda.AgendaTable;
import io.daybook.agenda.AgendaTask;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.MovableClock;
import io.daybook.kernel.TenantPolicy;
import io.daybook.saga.ProcessCommands;
import io.daybook.saga.process.AgendaDeadlines;
import io.daybook.saga.process.ProcessDeadline;
import io.daybook.saga.process.ProcessInstances;
import io.daybook.saga.process.ProcessInstances.Instance;
import io.daybook.saga.process.ProcessRunner;
import io.daybook.saga.process.ProcessType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Processes of one type as production runs them: the same manager, store, agenda and deadlines, on
/// PostgreSQL. Only the commands go to a recording bus. Reads like axon-test's fixture for sagas.
public final class ProcessFixture<S> {
  private final ProcessType<S> type;
  private final JdbcClient database;
  private final TransactionManager transactions;
  private final MovableClock clock = new MovableClock(Samples.NOW);
  private final AgendaTable table;
  private final Agenda agenda;
  private final AgendaDeadlines deadlines;
  private final Commands commands = new Commands();
  private final SequencedDeadLetterQueue<EventMessage<?>> letters =
      InMemorySequencedDeadLetterQueue.<EventMessage<?>>builder().build();
  private final ProcessRunner<S> manager;

  public ProcessFixture(ProcessType<S> type) {
    this(type, TestDatabase.fresh());
  }

  public ProcessFixture(ProcessType<S> type, DataSource dataSource) {
    this.type = type;
    this.database = JdbcClient.create(dataSource);
    this.transactions = new SpringTransactionManager(new JdbcTransactionManager(dataSource));
    this.table = new AgendaTable(database);
    this.agenda = new Agenda(table, clock);
    this.deadlines = new AgendaDeadlines(agenda);
    this.manager =
        ProcessRunner.create(
            type,
            database,
            letters,
            DefaultConfigurer.defaultConfiguration()
                .registerComponent(TransactionManager.class, _ -> transactions)
                .registerComponent(ProcessCommands.class, _ -> commands.sender())
                .registerComponent(DeadlineManager.class, _ -> deadlines)
                .registerComponent(TenantPolicy.Source.class, _ -> _ -> Samples.POLICY)
                .buildConfiguration());
  }

  public Commands commands() {
    return commands;
  }

  public ProcessRunner<S> manager() {
    return manager;
  }

  /// Of the processes that are parked.
  public SequencedDeadLetterQueue<EventMessage<?>> letters() {
    return letters;
  }

  public JdbcClient database() {
    return database;
  }

  public AgendaDeadlines deadlines() {
    return deadlines;
  }

  public ProcessInstances instances() {
    return new ProcessInstances(database);
  }

  public ProcessFixture<S> given(Event... events) {
    for (Event event : events) {
      deliver(Samples.message(event));
    }
    return this;
  }

  /// Only commands that are sent from now on are expected.
  public ProcessFixture<S> when(Event event) {
    commands.forget();
    return given(event);
  }

  public ProcessFixture<S> whenTimeElapses(Duration duration) {
    commands.forget();
    clock.advance(duration);
    List<AgendaTask> tasks =
        type.deadlines().stream()
            .<AgendaTask>map(
                name -> new ProcessDeadline(type, name, () -> manager, () -> transactions))
            .toList();
    new AgendaRunner(table, clock, tasks).runDue(Samples.TENANT);
    return this;
  }

  public ProcessFixture<S> expectCommands(Command... expected) {
    assertThat(commands.sent()).containsExactly(expected);
    return this;
  }

  public ProcessFixture<S> expectNoCommands() {
    return expectCommands();
  }

  public ProcessFixture<S> expectRunning(int processes) {
    assertThat(running()).hasSize(processes);
    return this;
  }

  /// All events in one transaction.
  public void deliver(EventMessage<?>... events) {
    ResultMessage<?> result = tryToDeliver(Segment.ROOT_SEGMENT, events);
    if (result.isExceptional()) {
      throw new IllegalStateException(result.exceptionResult());
    }
  }

  /// As a processor does with the events of a segment.
  public ResultMessage<?> tryToDeliver(Segment segment, EventMessage<?>... events) {
    List<EventMessage<?>> concerned =
        List.of(events).stream().filter(event -> manager.canHandle(event, segment)).toList();
    BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(concerned);
    unit.attachTransaction(transactions);
    return unit.executeWithResult(
        () -> {
          manager.handle(unit.getMessage(), segment);
          return null;
        });
  }

  public List<Instance> running() {
    return instances()
        .list(new ProcessInstances.Query(type.name(), null, null, Duration.ZERO, 100));
  }

  public List<String> stages() {
    return running().stream().map(Instance::stage).toList();
  }

  public Optional<AgendaEntry> deadline(String name, String processId) {
    return agenda.find(name, Samples.TENANT, processId);
  }

  public long deadlineCount() {
    return database.sql("SELECT count(*) FROM process.agenda").query(Long.class).single();
  }

  /// As if all had been in their stage for that long already.
  public void allRestFor(Duration duration) {
    database
        .sql("UPDATE process.instance SET stage_since = now() - :seconds * interval '1 second'")
        .param("seconds", duration.toSeconds())
        .update();
  }
}
