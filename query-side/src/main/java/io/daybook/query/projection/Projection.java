package io.daybook.query.projection;

import static java.util.stream.Collectors.joining;

import io.daybook.eventstore.batch.Batch;
import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps tables of its own, and writes nothing else. Its handlers hand what they want written to the
/// [Batch].
public abstract class Projection {
  private static final String PREFIX = "projection-";

  private final JdbcClient database;
  private final List<String> tables;

  protected Projection(JdbcClient database, String... tables) {
    this.database = database;
    this.tables = List.of(tables);
  }

  /// The name of its processor, and of its group of dead letters: `projection-order`.
  public String group() {
    return Objects.requireNonNull(getClass().getAnnotation(ProcessingGroup.class)).value();
  }

  /// What people call it: `order`.
  public String name() {
    return group().substring(PREFIX.length());
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
