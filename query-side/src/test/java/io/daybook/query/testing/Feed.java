package io.daybook.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.Event;
import io.daybook.query.projection.RecordedResolver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A projection under test on a database of its own, and the events that it was given so far.
public final class Feed {
  public static final String TENANT = "shop";

  private final SingleConnectionDataSource connection =
      new SingleConnectionDataSource(TestDatabase.create().url(), true);
  private final JdbcClient database = JdbcClient.create(connection);
  private final List<DomainEventMessage<?>> events = new ArrayList<>();
  private final Map<String, Integer> sequences = new HashMap<>();
  private final AnnotationEventHandlerAdapter handlers;

  public Feed(Function<JdbcClient, Object> projection) {
    handlers =
        new AnnotationEventHandlerAdapter(
            projection.apply(database),
            MultiParameterResolverFactory.ordered(
                new RecordedResolver(), ClasspathParameterResolverFactory.forClass(Feed.class)));
  }

  public Feed given(Event... given) {
    return givenOf(TENANT, given);
  }

  public Feed givenOf(String tenant, Event... given) {
    for (Event event : given) {
      DomainEventMessage<?> message = message(tenant, event);
      events.add(message);
      handle(message, new GlobalSequenceTrackingToken(events.size()));
    }
    return this;
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

  /// Every event comes a second time, and the projection is then built twice from nothing: each time
  /// the tables are what they were. This is the last thing that a test does with it.
  public void assertRepeatable() {
    Map<String, Object> before = tables();
    deliver(false);
    assertThat(tables()).isEqualTo(before);
    for (int time = 0; time < 2; time++) {
      replay();
      assertThat(tables()).isEqualTo(before);
    }
    connection.destroy();
  }

  public void replay() {
    handlers.prepareReset();
    assertThat(tables().values()).allMatch(rows -> ((List<?>) rows).isEmpty());
    deliver(true);
  }

  private void deliver(boolean replay) {
    TrackingToken head = new GlobalSequenceTrackingToken(events.size());
    for (int i = 0; i < events.size(); i++) {
      TrackingToken token = new GlobalSequenceTrackingToken(i + 1L);
      handle(events.get(i), replay ? ReplayToken.createReplayToken(head, token) : token);
    }
  }

  private void handle(DomainEventMessage<?> message, TrackingToken token) {
    var tracked = new GenericTrackedDomainEventMessage<>(token, message);
    DefaultUnitOfWork.startAndGet(tracked)
        .executeWithResult(() -> handlers.handle(tracked))
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

  private Map<String, Object> tables() {
    Map<String, Object> tables = new LinkedHashMap<>();
    database
        .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'projection' ORDER BY 1")
        .query(String.class)
        .list()
        .forEach(table -> tables.put(table, rows(table)));
    return tables;
  }
}
