package io.daybook.app.postgres;

import io.daybook.app.DataDirectory;
import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.Settings;
import io.daybook.app.Startup;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// The database of a data directory without the program: the one that is running, else one that is
/// started for a command's time.
public final class StoreDatabase implements AutoCloseable {
  private final DataSource source;
  private final @Nullable ConfigurableApplicationContext own;

  private StoreDatabase(DatabaseAddress address, @Nullable ConfigurableApplicationContext own) {
    PGSimpleDataSource simple = new PGSimpleDataSource();
    simple.setUrl(address.jdbcUrl());
    if (address.user() != null) {
      simple.setUser(address.user());
    }
    if (address.password() != null) {
      simple.setPassword(address.password());
    }
    this.source = simple;
    this.own = own;
  }

  @EnableConfigurationProperties(Settings.class)
  @Import(DatabaseConfiguration.class)
  static class DatabaseOnly {}

  /// @param dataDirectory that was used before: nothing is laid out
  public static StoreDatabase of(Path dataDirectory) {
    if (DataDirectory.isHeld(dataDirectory)) {
      return new StoreDatabase(running(dataDirectory), null);
    }
    try {
      return started(dataDirectory);
    } catch (RuntimeException failure) { // somebody may have been faster
      Failure known = Failure.within(failure);
      if (known != null && known.code() == ExitCode.DATA_DIRECTORY_IN_USE) {
        return new StoreDatabase(running(dataDirectory), null);
      }
      throw failure;
    }
  }

  private static StoreDatabase started(Path dataDirectory) {
    ConfigurableApplicationContext context =
        Startup.run(
            new SpringApplicationBuilder(DatabaseOnly.class).web(WebApplicationType.NONE),
            "--daybook.data-dir=" + dataDirectory,
            "--logging.level.root=WARN");
    JdbcConnectionDetails details = context.getBean(JdbcConnectionDetails.class);
    return new StoreDatabase(
        new DatabaseAddress(details.getJdbcUrl(), details.getUsername(), details.getPassword()),
        context);
  }

  private static DatabaseAddress running(Path dataDirectory) {
    String url = System.getenv().getOrDefault("DAYBOOK_DATABASE_URL", "");
    if (!url.isBlank()) {
      return DatabaseAddress.parse(url);
    }
    try {
      return EmbeddedPostgres.address(Access.kept(dataDirectory));
    } catch (IOException e) {
      throw new Failure(
          ExitCode.DATABASE_UNREACHABLE,
          "the program that holds the data directory %s has no database in it: set DAYBOOK_DATABASE_URL as that program has it, or try again if it is just starting"
              .formatted(dataDirectory),
          e);
    }
  }

  public DataSource source() {
    return source;
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
