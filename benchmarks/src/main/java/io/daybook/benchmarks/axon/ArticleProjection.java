package io.daybook.benchmarks.axon;

import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One upsert for each event.
@ProcessingGroup(ArticleProjection.NAME)
public final class ArticleProjection {
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

  @EventHandler
  void on(ArticleEvent event) {
    database
        .sql(
            """
            INSERT INTO bench.article (id, cents, changes) VALUES (?, ?, 1)
            ON CONFLICT (id) DO UPDATE SET cents = excluded.cents, changes = article.changes + 1
            """)
        .params(event.id(), event.cents())
        .update();
  }

  @ResetHandler
  void reset() {
    database.sql("TRUNCATE bench.article").update();
  }
}
