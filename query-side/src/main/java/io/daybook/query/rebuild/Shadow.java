package io.daybook.query.rebuild;

import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.batch.Batch;
import io.daybook.query.projection.Projection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of a projection in a schema of their own, empty at first and built like those that serve.
final class Shadow {
  private final JdbcClient database;
  private final ProcessorStates states;
  private final Projection projection;

  Shadow(JdbcClient database, ProcessorStates states, Projection projection) {
    this.database = database;
    this.states = states;
    this.projection = projection;
  }

  Projection projection() {
    return projection;
  }

  /// The processor of the projection that serves, and the group of its dead letters.
  String live() {
    return projection.group();
  }

  String schema() {
    return "rebuild_" + projection.name();
  }

  /// Whose tokens and dead letters are those of the rebuild.
  String processor() {
    return "rebuild-" + projection.name();
  }

  List<String> tables() {
    return projection.tables();
  }

  /// Indexes keep their names, which migrations may speak of.
  void create() {
    drop();
    run("CREATE SCHEMA " + schema());
    for (String table : tables()) {
      run(
          "CREATE TABLE %s.%s (LIKE %s.%2$s INCLUDING ALL EXCLUDING INDEXES)"
              .formatted(schema(), table, Batch.LIVE));
      constraints(table).forEach(this::run);
      indexes(table).forEach(this::run);
    }
  }

  private List<String> constraints(String table) {
    return database
        .sql(
            """
            SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', :shadow, :table, conname,
              pg_get_constraintdef(oid))
            FROM pg_constraint
            WHERE conrelid = CAST(:live || '.' || :table AS regclass) AND contype IN ('p', 'u')
            """)
        .param("shadow", schema())
        .param("live", Batch.LIVE)
        .param("table", table)
        .query(String.class)
        .list();
  }

  private List<String> indexes(String table) {
    return database
        .sql(
            """
            SELECT replace(indexdef, ' ON ' || schemaname || '.', ' ON ' || :shadow || '.')
            FROM pg_indexes
            WHERE schemaname = :live AND tablename = :table
              AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u'))
            """)
        .param("shadow", schema())
        .param("live", Batch.LIVE)
        .param("table", table)
        .query(String.class)
        .list();
  }

  /// New tables have no statistics, and the first reads would be planned blindly.
  void analyze() {
    tables().forEach(table -> run("ANALYZE " + schema() + "." + table));
  }

  void drop() {
    run("DROP SCHEMA IF EXISTS " + schema() + " CASCADE");
    states.forget(processor());
  }

  /// The dead letters of the rebuild take the place of those of the processor that serves.
  void takePlace() {
    String retired = "retired_" + projection.name();
    run("CREATE SCHEMA " + retired);
    for (String table : tables()) {
      run("ALTER TABLE %s.%s SET SCHEMA %s".formatted(Batch.LIVE, table, retired));
      run("ALTER TABLE %s.%s SET SCHEMA %s".formatted(schema(), table, Batch.LIVE));
    }
    run("DROP SCHEMA " + retired + " CASCADE");
    states.handOverDeadLetters(processor(), live());
    drop();
  }

  /// It has handled the same events as the processor that serves.
  void takePosition() {
    states.copyTokens(live(), processor());
  }

  long deadLetters() {
    return states.deadLetters(processor());
  }

  private void run(String ddl) {
    database.sql(ddl).update();
  }
}
