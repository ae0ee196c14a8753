package io.daybook.eventstore.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A primary and an asynchronous standby, which is a copy of its data directory and follows it, with a network before
/// each. The clients' address leads to the primary, and to the standby once that was promoted.
public final class StandbyPair implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedPostgres primary;
  private final EmbeddedPostgres standby;
  private final NetworkProxy replication;
  private final NetworkProxy clients;

  /// @param folder for the data directories of both
  public StandbyPair(Path folder) throws IOException, InterruptedException {
    Path data = folder.resolve("primary");
    Path copy = folder.resolve("standby");
    server(data).start().close();
    copy(data, copy);
    primary = server(data).start();
    replication = new NetworkProxy(primary.getPort());
    Files.createFile(copy.resolve("standby.signal"));
    Files.writeString(
        copy.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'\n".formatted(replication.port()),
        StandardOpenOption.APPEND);
    standby = server(copy).start();
    clients = new NetworkProxy(primary.getPort());
  }

  private static EmbeddedPostgres.Builder server(Path data) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("synchronous_commit", "local")
        .setServerConfig("shared_buffers", "32MB")
        .setServerConfig("wal_retrieve_retry_interval", "200ms");
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    Process copy =
        new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
    if (copy.waitFor() != 0) {
      throw new IOException("%s cannot be copied to %s".formatted(from, to));
    }
  }

  /// Of the database by the address that clients have.
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(clients.port());
  }

  public NetworkProxy clients() {
    return clients;
  }

  /// The server that answers at the clients' address before the failover.
  public JdbcClient primary() {
    return JdbcClient.create(primary.getPostgresDatabase());
  }

  /// The one that does so afterwards.
  public JdbcClient standby() {
    return JdbcClient.create(standby.getPostgresDatabase());
  }

  /// Returns when the standby has everything that was committed before.
  public void awaitReplicated() {
    String end =
        primary().sql("SELECT pg_current_wal_insert_lsn()::text").query(String.class).single();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                standby()
                    .sql("SELECT coalesce(pg_last_wal_replay_lsn() >= CAST(? AS pg_lsn), false)")
                    .param(end)
                    .query(Boolean.class)
                    .single());
  }

  /// From now on the standby falls behind, and what is acknowledged will be lost.
  public void stopReplication() {
    replication.refuse();
  }

  /// The primary is gone with what only it has, and the standby takes its place.
  public void failOver() {
    clients.refuse();
    standby().sql("SELECT pg_promote(true, 60)").query(Boolean.class).single();
    clients.redirect(standby.getPort());
    clients.accept();
  }

  @Override
  public void close() throws IOException {
    clients.close();
    replication.close();
    standby.close();
    primary.close();
  }
}
