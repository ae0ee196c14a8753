package io.daybook.benchmarks.rows;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.axon.ArticleEvent;
import io.daybook.benchmarks.axon.ArticleEvent.ArticleCreated;
import io.daybook.benchmarks.axon.ArticleEvent.PriceChanged;
import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.axon.Stores;
import io.daybook.benchmarks.load.Spread;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an event takes on the disk with its indexes, and whatever else its engine writes for it. Both
/// sides get the same events, with the metadata that each of Daybook's own has.
public final class StoredBytes implements Measurement {
  private static final String OURS = "bytes_daybook";
  private static final String STOCK = "bytes_stock";
  private static final int PER_STREAM = 10;

  /// All but what does not grow with the events, or is none of them.
  private static final String OUR_TABLES =
      """
      SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c
      WHERE c.relnamespace = 'event_store'::regnamespace AND c.relkind = 'r'
        AND c.relname NOT IN ('token', 'token_store', 'snapshot', 'dead_letter', 'claim',
                              'idempotency', 'move', 'processor_start')
      """;

  private static final String STOCK_TABLE = "SELECT pg_total_relation_size('domainevententry')";

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.SIZE);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    lab.closeAll();
    int events = lab.sizes().stored();
    try (Store ours = Stores.daybook(lab.server(), OURS, lab.folder("keys"))) {
      fill(ours, events);
    }
    try (Store stock = Stores.stock(lab.server(), STOCK)) {
      fill(stock, events);
    }
    return List.of(
        ReportRow.of(Subject.SIZE, bytes(lab, OURS, OUR_TABLES, events))
            .beside(Lab.STOCK, bytes(lab, STOCK, STOCK_TABLE, events)));
  }

  /// The same on either side.
  private static void fill(Store store, int events) {
    Random random = new Random(1);
    for (int stream = 0; stream < events / PER_STREAM; stream++) {
      String article = "default/art_" + id(random);
      store
          .events()
          .publish(
              LongStream.range(0, PER_STREAM)
                  .mapToObj(sequence -> event(article, sequence, random))
                  .toList());
    }
  }

  private static GenericDomainEventMessage<ArticleEvent> event(
      String article, long sequence, Random random) {
    return new GenericDomainEventMessage<>(
        "Article",
        article,
        sequence,
        sequence == 0
            ? new ArticleCreated(article, "Darjeeling, second flush, 250 g", 1299)
            : new PriceChanged(article, 1299 + sequence),
        metadata(random));
  }

  private static MetaData metadata(Random random) {
    return MetaData.with("tenantId", "default")
        .and("actorType", "customer")
        .and("actorId", "cus_" + id(random))
        .and("correlationId", id(random))
        .and("causationId", id(random))
        .and("commandId", id(random))
        .and(
            "traceparent",
            "00-%016x%016x-%016x-01"
                .formatted(random.nextLong(), random.nextLong(), random.nextLong()));
  }

  private static String id(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /// At rest: nothing is left to be vacuumed or to be written.
  private static Spread bytes(Lab lab, String database, String sql, int events) {
    try (HikariDataSource connections = lab.server().connections(database)) {
      JdbcClient client = JdbcClient.create(connections);
      client.sql("VACUUM ANALYZE").update();
      client.sql("CHECKPOINT").update();
      long bytes = client.sql(sql).query(Long.class).single();
      return Spread.of(List.of((double) bytes / (events / PER_STREAM * PER_STREAM)));
    }
  }
}
