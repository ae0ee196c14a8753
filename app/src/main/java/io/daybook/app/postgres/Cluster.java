package io.daybook.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// PostgreSQL's own folder of files, with the settings of a small, durable server.
record Cluster(Path path) {
  private static final String SETTINGS = "daybook.conf";

  /// Made beside its place and renamed, so that a killed program leaves no half of a cluster.
  static Cluster at(Path dataDirectory, Tool tool, Access access) throws IOException {
    Cluster cluster = new Cluster(dataDirectory.resolve("postgres"));
    if (!Files.isDirectory(cluster.path)) {
      Path draft = dataDirectory.resolve("postgres.new");
      Folders.delete(draft);
      initialise(draft, tool, access);
      Files.move(draft, cluster.path);
    }
    return cluster;
  }

  private static void initialise(Path draft, Tool tool, Access access) throws IOException {
    Path password = Files.createTempFile(draft.getParent(), "password", null);
    try {
      Files.writeString(password, access.password());
      Tool.Outcome outcome = tool.run("initdb", options(draft, password));
      if (!outcome.succeeded()) {
        throw new IOException("PostgreSQL could not lay out its files: " + outcome.output());
      }
    } finally {
      Files.delete(password);
    }
    Files.writeString(
        draft.resolve("postgresql.conf"),
        "\ninclude '%s'\ninclude_if_exists '../postgres.conf'\n".formatted(SETTINGS),
        StandardOpenOption.APPEND);
  }

  private static List<String> options(Path draft, Path password) {
    return List.of(
        "--pgdata=" + draft,
        "--username=daybook",
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
  }

  /// Written at every start; an operator's own settings go into `postgres.conf` beside the folder.
  void configure(int port) throws IOException {
    Files.writeString(
        path.resolve(SETTINGS),
        """
        # Written by daybook at every start. Your own settings: postgres.conf in the data directory.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 100

        fsync = on
        synchronous_commit = on
        full_page_writes = on

        shared_buffers = 256MB
        effective_cache_size = 1GB
        work_mem = 8MB
        maintenance_work_mem = 128MB
        wal_compression = on
        max_wal_size = 2GB
        checkpoint_timeout = 15min
        random_page_cost = 1.1
        max_parallel_workers_per_gather = 1
        autovacuum_vacuum_scale_factor = 0.05
        autovacuum_analyze_scale_factor = 0.02
        jit = off

        timezone = 'UTC'
        log_timezone = 'UTC'
        logging_collector = on
        log_directory = '../log'
        log_filename = 'postgres-%%a.log'
        log_truncate_on_rotation = on
        log_rotation_age = 1d
        log_rotation_size = 0
        """
            .formatted(port));
  }
}
