package io.daybook.eventstore.move;

import com.example.lamp.LampEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// The table of Axon's own engine, written and read by that engine.
record AxonTable(JdbcEventStorageEngine engine, TransactionManager transactions) {

  private static final Instant FIRST = Instant.parse("2019-04-01T08:30:00.123Z");
  private static final int AT_ONCE = 1_000;
  private static final int STREAM_LENGTH = 10;

  static AxonTable in(DataSource database) {
    return in(database, json());
  }

  static AxonTable in(DataSource database, Serializer serializer) {
    TransactionManager transactions =
        new SpringTransactionManager(new DataSourceTransactionManager(database));
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .snapshotSerializer(serializer)
            .eventSerializer(serializer)
            .connectionProvider(
                new UnitOfWorkAwareConnectionProviderWrapper(
                    new SpringDataSourceConnectionProvider(database)))
            .transactionManager(transactions)
            .batchSize(AT_ONCE)
            .build();
    transactions.executeInTransaction(
        () -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
    return new AxonTable(engine, transactions);
  }

  /// As an application sets it up that gives a revision to what has changed.
  private static Serializer json() {
    return JacksonSerializer.builder()
        .revisionResolver(type -> type == LampEvent.Lit.class ? "2" : null)
        .build();
  }

  /// Streams of ten events each, all growing side by side, and a gap in the index after each thousand.
  AxonTable filled(int events) {
    long streams = Math.ceilDiv(events, STREAM_LENGTH);
    for (long first = 0; first < events; first += AT_ONCE) {
      long end = Math.min(events, first + AT_ONCE);
      append(LongStream.range(first, end).mapToObj(n -> event(n % streams, n / streams)).toList());
      waste(new LampEvent.Installed("never", "nowhere"));
    }
    return this;
  }

  private static DomainEventMessage<?> event(long lamp, long sequence) {
    String id = "lamp_" + lamp;
    LampEvent payload =
        sequence == 0
            ? new LampEvent.Installed(id, "Küche")
            : new LampEvent.Lit(id, Math.toIntExact(sequence));
    return event(id, sequence, payload, UUID.randomUUID().toString());
  }

  static DomainEventMessage<?> event(String lamp, long sequence, Object payload, String eventId) {
    return new GenericDomainEventMessage<>(
        "Lamp",
        lamp,
        sequence,
        payload,
        MetaData.with("user", "erna").and("correlationId", eventId).and("try", 1),
        eventId,
        FIRST.plusMillis(sequence));
  }

  void append(List<? extends EventMessage<?>> events) {
    transactions.executeInTransaction(() -> engine.appendEvents(events));
  }

  void append(EventMessage<?> event) {
    append(List.of(event));
  }

  private void waste(LampEvent event) {
    Transaction transaction = transactions.startTransaction();
    engine.appendEvents(event("wasted", 0, event, UUID.randomUUID().toString()));
    transaction.rollback();
  }

  Stream<? extends TrackedEventMessage<?>> events() {
    return engine.readEvents(null, false);
  }
}
