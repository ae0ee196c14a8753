package io.daybook.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.batch.Batch;
import io.daybook.eventstore.batch.BatchInterceptor;
import io.daybook.eventstore.batch.BatchParameter;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.Event;
import io.daybook.query.projection.Projection;
import io.daybook.query.projection.RecordedResolver;
import io.daybook.query.projection.UpdateEmitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiHandlerDefinition;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A projection under test on a database of its own, and the events that it was given so far.
public final class ProjectionFixture {
  public static final String TENANT = "shop";

  private final SingleConnectionDataSource connection =
      new SingleConnectionDataSource(TestDatabase.create().url(), true);
  private final JdbcClient database = JdbcClient.create(connection);
  private final List<DomainEventMessage<?>> events = new ArrayList<>();
  private final Map<String, Integer> sequences = new HashMap<>();
  private final TransactionManager transactions =
      new SpringTransactionManager(new DataSourceTransactionManager(connection));
  private final AnnotationEventHandlerAdapter handlers;
  private final BatchInterceptor batches;

  public ProjectionFixture(Function<JdbcClient, Object> projection) {
    BatchParameter batch = new BatchParameter(connection);
    handlers =
        new AnnotationEventHandlerAdapter(
            projection.apply(database),
            MultiParameterResolverFactory.ordered(
                new RecordedResolver(),
                batch,
                ClasspathParameterResolverFactory.forClass(ProjectionFixture.class)),
            MultiHandlerDefinition.ordered(
                batch, ClasspathHandlerDefinition.forClass(ProjectionFixture.class)));
    batches = new BatchInterceptor(connection, Batch.LIVE, (event, _) -> handlers.handle(event));
  }

  /// With the arguments that a projection's constructor may have.
  public static ProjectionFixture of(Class<? extends Projection> type) {
    return new ProjectionFixture(
        database -> {
          DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
          beans.registerSingleton("database", database);
          beans.registerSingleton("updates", new UpdateEmitter());
          return beans.autowire(type, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        });
  }

  public ProjectionFixture given(Event... given) {
    return givenOf(TENANT, given);
  }

  public ProjectionFixture givenOf(String tenant, Event... given) {
    for (Event event : given) {
      DomainEventMessage<?> message = message(tenant, event);
      events.add(message);
      handle(tracked(message, new GlobalSequenceTrackingToken(events.size())));
    }
    return this;
  }

  /// So many of them in a transaction each, as a processor gives them to its projection.
  ///
  /// @param sizes of the transactions, again and again
  public ProjectionFixture givenInBatches(List<Integer> sizes, List<? extends Event> given) {
    List<TrackedEventMessage<?>> waiting = new ArrayList<>();
    int batch = 0;
    for (Event event : given) {
      DomainEventMessage<?> message = message(TENANT, event);
      events.add(message);
      waiting.add(tracked(message, new GlobalSequenceTrackingToken(events.size())));
      if (waiting.size() == sizes.get(batch % sizes.size())) {
        handleTogether(waiting);
        waiting.clear();
        batch++;
      }
    }
    if (!waiting.isEmpty()) {
      handleTogether(waiting);
    }
    return this;
  }

  /// Empties the tables, and remembers nothing.
  public void forget() {
    handlers.prepareReset();
    events.clear();
    sequences.clear();
  }

  public List<Map<String, Object>> rows(String table) {
    return database
        .sql("SELECT r.* FROM projection." + table + " r ORDER BY r")
        .query()
        .listOfRows();
  }

  public Map<String, Object> row(String table) {
    return database.sql("SELECT * FROM projection." + table).query().singleRow();
  }

  /// Every event comes a second time, all in one transaction, and the projection is then built
  /// twice from nothing: each time the tables are what they were. This is the last thing that a
  /// test does with it.
  public void assertRepeatable() {
    Map<String, Object> before = tables();
    deliver(false);
    assertThat(tables()).isEqualTo(before);
    for (int time = 0; time < 2; time++) {
      replay();
      assertThat(tables()).isEqualTo(before);
    }
    close();
  }

  public void close() {
    connection.destroy();
  }

  /// Every event comes a second time.
  public void repeat() {
    deliver(false);
  }

  public void replay() {
    handlers.prepareReset();
    assertThat(tables().values()).allMatch(rows -> ((List<?>) rows).isEmpty());
    deliver(true);
  }

  /// All of them in one transaction.
  private void deliver(boolean replay) {
    TrackingToken head = new GlobalSequenceTrackingToken(events.size());
    List<TrackedEventMessage<?>> again = new ArrayList<>();
    for (DomainEventMessage<?> message : events) {
      TrackingToken token = new GlobalSequenceTrackingToken(again.size() + 1L);
      again.add(tracked(message, replay ? ReplayToken.createReplayToken(head, token) : token));
    }
    if (!again.isEmpty()) {
      handleTogether(again);
    }
  }

  private static TrackedEventMessage<?> tracked(
      DomainEventMessage<?> message, TrackingToken token) {
    return new GenericTrackedDomainEventMessage<>(token, message);
  }

  private void handle(TrackedEventMessage<?> message) {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(message);
    unit.attachTransaction(transactions);
    unit.executeWithResult(() -> handlers.handle(message)).getPayload();
  }

  private void handleTogether(List<TrackedEventMessage<?>> messages) {
    UnitOfWork<TrackedEventMessage<?>> unit = new BatchingUnitOfWork<>(List.copyOf(messages));
    unit.attachTransaction(transactions);
    unit.executeWithResult(
            () ->
                new DefaultInterceptorChain<EventMessage<?>>(
                        unit, List.of(batches), message -> handlers.handle(message))
                    .proceed())
        .getPayload();
  }

  private DomainEventMessage<?> message(String tenant, Event event) {
    String stream = tenant + "/" + event.source();
    int sequence = sequences.merge(stream, 1, Integer::sum) - 1;
    return new GenericDomainEventMessage<>(
        "Test",
        stream,
        sequence,
        event,
        Map.of("tenantId", tenant, "actorType", "staff", "actorId", "usr_7"),
        "event-" + events.size(),
        Instant.EPOCH.plusSeconds(events.size()));
  }

  public Map<String, Object> tables() {
    Map<String, Object> tables = new LinkedHashMap<>();
    database
        .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'projection' ORDER BY 1")
        .query(String.class)
        .list()
        .forEach(table -> tables.put(table, rows(table)));
    return tables;
  }
}
