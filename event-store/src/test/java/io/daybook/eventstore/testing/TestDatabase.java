package io.daybook.eventstore.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// An empty database with every migration on the class path already run.
///
/// The server starts once per JVM, Flyway runs once into a template, and each caller gets a copy of
/// that, which takes some tens of milliseconds.
public record TestDatabase(String url) {

  private static final String TEMPLATE = "daybook_template";
  private static final int POOLED = 16;
  private static final AtomicInteger COUNT = new AtomicInteger();

  public static TestDatabase create() {
    String name = "test_" + COUNT.incrementAndGet();
    Template.SERVER.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    return new TestDatabase(Template.SERVER.server().url(name));
  }

  /// Without any migration, for a program that runs them itself.
  public static TestDatabase empty() {
    String name = "test_" + COUNT.incrementAndGet();
    Template.SERVER.execute("CREATE DATABASE " + name);
    return new TestDatabase(Template.SERVER.server().url(name));
  }

  /// Where the migrations on the class path are: the engine's, and those of the modules above it.
  public static String[] migrations() {
    return new String[] {"classpath:db/event-store", "classpath:db/migration"};
  }

  /// A data source without a pool on a new database, for tests that need no more of it.
  public static DataSource fresh() {
    return create().dataSource();
  }

  /// The same for tests of many small transactions, each of which would open a connection of its own. It
  /// ends with the JVM.
  public static DataSource pooled() {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(create().url());
    pool.setMaximumPoolSize(POOLED);
    pool.setMinimumIdle(0);
    return pool;
  }

  /// The properties that point a Spring Boot application under test at this database.
  public String[] springProperties() {
    return new String[] {"spring.datasource.url=" + url};
  }

  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  /// Initialised on first use, so that a JVM without database tests starts no server.
  private static final class Template {
    static final Maintenance SERVER = prepare();

    private static Maintenance prepare() {
      Maintenance maintenance = new Maintenance(TestServer.start());
      maintenance.execute("CREATE DATABASE " + TEMPLATE);
      Flyway.configure()
          .dataSource(maintenance.server().url(TEMPLATE), null, null)
          .locations(migrations())
          .load()
          .migrate();
      return maintenance;
    }
  }

  private record Maintenance(TestServer server) {

    /// One at a time: PostgreSQL refuses to copy a template that somebody is connected to.
    synchronized void execute(String sql) {
      try (Connection connection = DriverManager.getConnection(server.url("postgres"));
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
