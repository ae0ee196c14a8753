package io.daybook.app.postgres;

import io.daybook.app.DataDirectory;
import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// The database that the program runs on. Closing it stops it if it is the embedded one.
final class Database implements JdbcConnectionDetails, AutoCloseable {
  private final DatabaseAddress address;
  private final @Nullable Watch embedded;

  private Database(DatabaseAddress address, @Nullable Watch embedded) {
    this.address = address;
    this.embedded = embedded;
  }

  static Database open(DataDirectory directory, Settings settings) {
    String url = settings.databaseUrl();
    Database database = url == null || url.isBlank() ? embedded(directory) : external(url);
    boolean durable = false;
    try {
      Durability.require(database.address, settings.throwAway());
      if (database.embedded == null) {
        SharedSessions.refuse(database.address);
      }
      durable = true;
      return database;
    } finally {
      if (!durable) {
        database.close();
      }
    }
  }

  private static Database embedded(DataDirectory directory) {
    EmbeddedPostgres server = EmbeddedPostgres.start(directory);
    return new Database(server.address(), Watch.over(server));
  }

  private static Database external(String url) {
    try {
      return new Database(DatabaseAddress.parse(url), null);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "DAYBOOK_DATABASE_URL: " + e.getMessage(), e);
    }
  }

  @Override
  public String getJdbcUrl() {
    return address.jdbcUrl();
  }

  @Override
  public @Nullable String getUsername() {
    return address.user();
  }

  @Override
  public @Nullable String getPassword() {
    return address.password();
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
