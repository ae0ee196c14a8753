package io.daybook.benchmarks.machine;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The durable PostgreSQL that Daybook embeds, in a folder of the benchmark's own and without Daybook.
public final class ThrowAwayPostgres implements AutoCloseable {
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final String DATABASE = "/daybook";

  private final ConfigurableApplicationContext context;
  private final JdbcConnectionDetails details;

  private ThrowAwayPostgres(ConfigurableApplicationContext context) {
    this.context = context;
    this.details = context.getBean(JdbcConnectionDetails.class);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Settings.class)
  @ComponentScan("io.daybook.app.postgres")
  static class PostgresOnly {}

  /// Refuses with [ExitCode#DATABASE_REFUSED] a server that does not wait for the disk: its figures
  /// would be worth nothing.
  public static ThrowAwayPostgres start(Path folder) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(PostgresOnly.class)
            .web(WebApplicationType.NONE)
            .registerShutdownHook(false)
            .run(
                "--daybook.data-dir=" + folder,
                "--daybook.database-url=",
                "--daybook.throw-away=true", // it is; what it must not be is judged here
                "--logging.level.root=ERROR");
    ThrowAwayPostgres server = new ThrowAwayPostgres(context);
    try {
      server.requireDurability();
      return server;
    } catch (RuntimeException refused) {
      server.close();
      throw refused;
    }
  }

  private void requireDurability() {
    try (HikariDataSource connections = ConnectionPools.to(url("daybook"), 1)) {
      JdbcClient database = JdbcClient.create(connections);
      for (String name : DURABLE) {
        if (!show(database, name).equals("on")) {
          throw new Failure(
              ExitCode.DATABASE_REFUSED, name + " is off: nothing is measured on such a database");
        }
      }
    }
  }

  /// The version, and the settings that make a commit durable.
  public String describe() {
    try (HikariDataSource connections = ConnectionPools.to(url("daybook"), 1)) {
      JdbcClient database = JdbcClient.create(connections);
      StringBuilder text = new StringBuilder(show(database, "server_version"));
      DURABLE.forEach(
          name -> text.append(", ").append(name).append(' ').append(show(database, name)));
      return text.toString();
    }
  }

  private static String show(JdbcClient database, String name) {
    return database.sql("SHOW " + name).query(String.class).single();
  }

  /// A new, empty database; what was there under this name is gone.
  public void create(String name) {
    try (HikariDataSource connections = ConnectionPools.to(url("daybook"), 1)) {
      JdbcClient database = JdbcClient.create(connections);
      database.sql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)").update();
      database.sql("CREATE DATABASE " + name).update();
    }
  }

  public HikariDataSource connections(String name) {
    return ConnectionPools.to(url(name));
  }

  /// With the login in it, as a program of its own needs it.
  public String url(String name) {
    return "%s?user=%s&password=%s"
        .formatted(
            details.getJdbcUrl().replace(DATABASE, "/" + name),
            encode(details.getUsername()),
            encode(details.getPassword()));
  }

  private static String encode(@Nullable String text) {
    return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
  }

  /// The process whose children the sessions are, of a running server in this folder.
  public static long processIn(Path folder) {
    try {
      return Long.parseLong(
          Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
