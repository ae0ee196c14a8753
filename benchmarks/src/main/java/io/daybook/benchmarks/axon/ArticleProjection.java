package io.daybook.benchmarks.axon;

import io.daybook.eventstore.batch.Batch;
import io.daybook.eventstore.batch.Write;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One upsert for each event.
public abstract class ArticleProjection {
  public static final String NAME = "projection-article";

  private final JdbcClient database;

  ArticleProjection(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  /// In a schema of its own, since Flyway wants to find the usual one empty.
  void createTable() {
    database.sql("CREATE SCHEMA IF NOT EXISTS bench").update();
    database
        .sql(
            """
            CREATE TABLE IF NOT EXISTS bench.article
              (id text PRIMARY KEY, cents bigint NOT NULL, changes bigint NOT NULL)
            """)
        .update();
  }

  @ResetHandler
  void reset() {
    database.sql("TRUNCATE bench.article").update();
  }

  /// As it is written on Axon's own event store.
  @ProcessingGroup(NAME)
  static final class Plain extends ArticleProjection {
    private final JdbcClient database;

    Plain(DataSource dataSource) {
      super(dataSource);
      this.database = JdbcClient.create(dataSource);
    }

    @EventHandler
    void on(ArticleEvent event) {
      database
          .sql(
              """
              INSERT INTO bench.article (id, cents, changes) VALUES (?, ?, 1)
              ON CONFLICT (id)
              DO UPDATE SET cents = excluded.cents, changes = article.changes + 1
              """)
          .params(event.id(), event.cents())
          .update();
    }
  }

  /// As it is written on Daybook's.
  @ProcessingGroup(NAME)
  static final class Batched extends ArticleProjection {
    private record Change(String id, long cents, long changes) {
      Change then(Change later) {
        return new Change(id, later.cents, changes + later.changes);
      }
    }

    private static final Write<Change> CHANGED =
        Write.<Change>to(
                """
                INSERT INTO bench.article AS known (id, cents, changes)
                SELECT id, cents, changes FROM :rows AS article
                ON CONFLICT (id)
                DO UPDATE SET cents = excluded.cents, changes = known.changes + excluded.changes
                """)
            .key(Change::id)
            .merged(Change::then)
            .text("id", Change::id)
            .number("cents", Change::cents)
            .number("changes", Change::changes);

    Batched(DataSource dataSource) {
      super(dataSource);
    }

    @EventHandler
    void on(ArticleEvent event, Batch batch) {
      batch.add(CHANGED, new Change(event.id(), event.cents(), 1));
    }
  }
}
