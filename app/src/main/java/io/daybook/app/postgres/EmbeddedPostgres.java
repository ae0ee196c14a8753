package io.daybook.app.postgres;

import io.daybook.app.DataDirectory;
import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL of a data directory, started and stopped with the program.
///
/// `pg_ctl` puts the server into a session of its own: the terminal's Ctrl-C does not reach it, and
/// a killed program leaves it running. Whoever holds the data directory's lock next is alone with
/// that orphan, so it is stopped and started afresh: its settings and its port are then known.
final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String DATABASE = "daybook";

  private final Tool tool;
  private final Cluster cluster;
  private final Access access;
  private final Path logs;

  private EmbeddedPostgres(Tool tool, Cluster cluster, Access access, Path logs) {
    this.tool = tool;
    this.cluster = cluster;
    this.access = access;
    this.logs = logs;
  }

  static EmbeddedPostgres start(DataDirectory directory) {
    try {
      Tool tool = new Tool(Binaries.unpack(directory.path()));
      stopOrphan(tool, directory.resolve("postgres"));
      Access access = Access.of(directory.path());
      Cluster cluster = Cluster.at(directory.path(), tool, access);
      cluster.configure(access.port());
      Path logs = Files.createDirectories(directory.resolve("log"));
      EmbeddedPostgres server = new EmbeddedPostgres(tool, cluster, access, logs);
      server.startOrLeaveNothing();
      return server;
    } catch (IOException | SQLException e) {
      throw new Failure(
          ExitCode.DATABASE_UNREACHABLE,
          "the embedded PostgreSQL in %s does not start: %s"
              .formatted(directory.path(), e.getMessage()),
          e);
    }
  }

  private static void stopOrphan(Tool tool, Path cluster) throws IOException {
    Postmaster postmaster = Postmaster.of(cluster, tool.home());
    Optional<ProcessHandle> orphan = postmaster.running();
    if (orphan.isPresent()) {
      LOG.warn(
          "A PostgreSQL that a killed program left behind is running (process {}): stopping it",
          orphan.get().pid());
      stop(tool, cluster);
    }
    postmaster.forgetStranger();
  }

  /// PostgreSQL may run and yet give no answer.
  private void startOrLeaveNothing() throws IOException, SQLException {
    boolean started = false;
    try {
      start();
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
  }

  private void start() throws IOException, SQLException {
    Tool.Outcome outcome =
        tool.run(
            "pg_ctl",
            List.of(
                "start",
                "--pgdata=" + cluster.path(),
                "--log=" + logs.resolve("postgres-start.log"),
                "--wait",
                "--timeout=600")); // a crash recovery takes its time
    if (!outcome.succeeded()) {
      throw new IOException(outcome.output() + " (see " + logs + ")");
    }
    LOG.info("PostgreSQL is running on 127.0.0.1:{}", access.port());
    createDatabase();
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = address("postgres").connect();
        Statement statement = connection.createStatement()) {
      var found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'");
      if (!found.next()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
  }

  DatabaseAddress address() {
    return address(DATABASE);
  }

  private DatabaseAddress address(String database) {
    return address(access, database);
  }

  /// Of the server that another program runs.
  static DatabaseAddress address(Access access) {
    return address(access, DATABASE);
  }

  private static DatabaseAddress address(Access access, String database) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(access.port(), database),
        "daybook",
        access.password());
  }

  /// Whether it runs, answering or not.
  boolean isRunning() throws IOException {
    return postmaster().running().isPresent();
  }

  /// After an end that nobody asked for: what it does then is what it does after a power failure.
  void startAgain() throws IOException, SQLException {
    postmaster().forgetStranger();
    start();
  }

  private Postmaster postmaster() {
    return Postmaster.of(cluster.path(), tool.home());
  }

  /// An interruption is set aside meanwhile: it would close the files that tell what is running.
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      if (isRunning()) {
        stop(tool, cluster.path());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Fast ends the sessions and writes a checkpoint; immediate leaves that to the next recovery.
  private static void stop(Tool tool, Path cluster) throws IOException {
    for (String mode : List.of("fast", "immediate")) {
      Tool.Outcome outcome =
          tool.run(
              "pg_ctl",
              List.of("stop", "--pgdata=" + cluster, "--mode=" + mode, "--wait", "--timeout=60"));
      if (outcome.succeeded() || Postmaster.of(cluster, tool.home()).running().isEmpty()) {
        LOG.info("PostgreSQL has stopped ({})", mode);
        return;
      }
      LOG.warn("PostgreSQL did not stop ({}): {}", mode, outcome.output());
    }
    throw new IOException("PostgreSQL cannot be stopped in " + cluster);
  }
}
