package io.daybook.query.projection;

import static java.util.stream.Collectors.joining;

import io.daybook.eventstore.batch.Batch;
import java.util.List;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps tables of its own, and writes nothing else. Its handlers hand what they want written to the
/// [Batch].
public abstract class Projection {
  private final JdbcClient database;
  private final List<String> tables;

  protected Projection(JdbcClient database, String... tables) {
    this.database = database;
    this.tables = List.of(tables);
  }

  /// Their names, without the schema.
  public List<String> tables() {
    return tables;
  }

  @ResetHandler
  void reset() {
    String all = tables.stream().map(table -> Batch.LIVE + "." + table).collect(joining(", "));
    database.sql("TRUNCATE " + all).update();
  }
}
