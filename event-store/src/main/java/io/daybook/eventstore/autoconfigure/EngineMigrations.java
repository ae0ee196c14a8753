package io.daybook.eventstore.autoconfigure;

import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs the engine's migrations with an application's Flyway: either before the application's, with a history of
/// their own, or as some of them.
final class EngineMigrations {

  static final String LOCATION = "classpath:db/event-store";

  /// The schema of the history of its own.
  static final String HISTORY = "event_store_history";

  private static final String FIRST = "V001__event_store.sql";

  private EngineMigrations() {}

  static void addTo(FluentConfiguration application, MigrationHistory wanted) {
    if (wanted == MigrationHistory.SHARED || isShared(application)) {
      share(application);
    } else {
      application.callbacks(
          Stream.concat(Arrays.stream(application.getCallbacks()), Stream.of(new Before()))
              .toArray(Callback[]::new));
    }
  }

  /// The numbers of the engine's migrations lie below those of the application. So a new one of the engine is out of
  /// order in a database to which migrations of the application were applied.
  private static void share(FluentConfiguration application) {
    Stream<String> locations =
        Arrays.stream(application.getLocations()).map(Location::getDescriptor);
    application.locations(
        Stream.concat(locations, Stream.of(LOCATION)).distinct().toArray(String[]::new));
    application.outOfOrder(true);
  }

  /// Whether the store was made with a shared history.
  private static boolean isShared(FluentConfiguration application) {
    JdbcClient database = JdbcClient.create(application.getDataSource());
    String schema = application.getDefaultSchema();
    String table = (schema == null ? "" : quoted(schema) + ".") + quoted(application.getTable());
    boolean exists =
        database
            .sql("SELECT to_regclass(?) IS NOT NULL")
            .param(table)
            .query(Boolean.class)
            .single();
    return exists
        && database
            .sql("SELECT EXISTS (SELECT FROM " + table + " WHERE script LIKE ?)")
            .param("%" + FIRST)
            .query(Boolean.class)
            .single();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static final class Before implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
      return true;
    }

    @Override
    public void handle(Event event, Context context) {
      Flyway.configure()
          .dataSource(context.getConfiguration().getDataSource())
          .locations(LOCATION)
          .schemas(HISTORY)
          .load()
          .migrate();
    }

    @Override
    public String getCallbackName() {
      return "event store";
    }
  }
}
