package io.daybook.app.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.eventstore.audit.KeyFolder;
import io.daybook.eventstore.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a program of an earlier commit had stored when it was killed, in a database and a data
/// directory of its own. `stores/README.md` says what is in it.
///
/// @param leftAt when it was killed. The clocks of the tenants go on from there; what PostgreSQL
///     compares with its own clock is moved by the time that has passed since
record EarlierStore(DataSource database, String url, Path dataDirectory, Instant leftAt) {
  private static final String MIGRATIONS = "public.flyway_schema_history";
  private static final String SEQUENCES = "sequences";
  private static final String PUBLIC_KEY = "key-1.public.pem";

  static EarlierStore load(String commit) {
    try {
      Map<String, byte[]> archive = archive("/stores/" + commit + ".zip");
      TestDatabase empty = TestDatabase.create();
      JdbcClient sql = JdbcClient.create(empty.dataSource());
      dropAll(sql);
      migrate(empty, archive.get(MIGRATIONS));
      fill(empty.dataSource(), archive);
      Instant leftAt = leftAt(sql);
      moveWallClock(sql, leftAt);
      return new EarlierStore(empty.dataSource(), empty.url(), directory(archive), leftAt);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The store of " + commit, e);
    }
  }

  private static Map<String, byte[]> archive(String name) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (InputStream resource =
            Objects.requireNonNull(EarlierStore.class.getResourceAsStream(name), name);
        ZipInputStream zip = new ZipInputStream(resource)) {
      for (@Nullable ZipEntry entry = zip.getNextEntry();
          entry != null;
          entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  /// A test's database has the tables of today.
  private static void dropAll(JdbcClient sql) {
    sql.sql(
            """
            SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
            WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
            """)
        .query(String.class)
        .list()
        .forEach(drop -> sql.sql(drop).update());
    sql.sql("CREATE SCHEMA public").update();
  }

  /// The earlier program's migrations and no others, by their names: the modules number theirs in
  /// ranges of their own, so that a later one may have a lower number.
  private static void migrate(TestDatabase database, byte[] history) throws IOException {
    Path folder = Files.createTempDirectory("migrations");
    for (String script : column("script", history)) {
      try (InputStream migration = open(script)) {
        Files.copy(migration, folder.resolve(script));
      }
    }
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("filesystem:" + folder)
        .load()
        .migrate();
  }

  private static InputStream open(String script) {
    return Arrays.stream(TestDatabase.migrations())
        .map(location -> location.replace("classpath:", "/") + "/" + script)
        .flatMap(name -> Stream.ofNullable(EarlierStore.class.getResourceAsStream(name)))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(script));
  }

  private static List<String> column(String name, byte[] table) {
    List<String> lines = new String(table, UTF_8).lines().toList();
    int column = Arrays.asList(lines.getFirst().split("\t")).indexOf(name);
    return lines.stream().skip(1).map(line -> line.split("\t")[column]).toList();
  }

  private static void fill(DataSource database, Map<String, byte[]> archive)
      throws SQLException, IOException {
    JdbcClient sql = JdbcClient.create(database);
    List<String> tables = archive.keySet().stream().filter(name -> name.contains(".")).toList();
    List<String> filled = tables.stream().filter(table -> !table.equals(PUBLIC_KEY)).toList();
    sql.sql("TRUNCATE " + String.join(", ", filled)).update();
    try (var connection = database.getConnection()) {
      for (String table : filled) {
        copy(connection.unwrap(PGConnection.class), table, archive.get(table));
      }
    }
    new String(archive.get(SEQUENCES), UTF_8)
        .lines()
        .map(line -> line.split("\t"))
        .forEach(
            sequence ->
                sql.sql("SELECT setval(format('%I.%I', ?, ?)::regclass, ?)")
                    .params(sequence[0], sequence[1], Long.parseLong(sequence[2]))
                    .query(Long.class)
                    .single());
  }

  private static void copy(PGConnection connection, String table, byte[] rows)
      throws SQLException, IOException {
    String columns = new String(rows, UTF_8).lines().findFirst().orElseThrow().replace('\t', ',');
    connection
        .getCopyAPI()
        .copyIn(
            "COPY %s (%s) FROM STDIN WITH (HEADER MATCH)".formatted(table, columns),
            new ByteArrayInputStream(rows));
  }

  /// Up to then its processors held their tokens.
  private static Instant leftAt(JdbcClient sql) {
    return sql.sql("SELECT max(touched_at) FROM event_store.token")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private static void moveWallClock(JdbcClient sql, Instant leftAt) {
    for (String column : List.of("agenda.execution_time", "saga.stored_at")) {
      String[] names = column.split("\\.");
      sql.sql(
              "UPDATE process.%1$s SET %2$s = %2$s + (now() - ?::timestamptz)"
                  .formatted(names[0], names[1]))
          .param(leftAt.toString())
          .update();
    }
  }

  /// The earlier program's private key is in no repository: the next one signs with one of its own.
  private static Path directory(Map<String, byte[]> archive) throws IOException {
    Path directory = Files.createTempDirectory("daybook");
    Path keys = Files.createDirectory(directory.resolve("audit-keys"));
    Files.write(keys.resolve(PUBLIC_KEY), archive.get(PUBLIC_KEY));
    KeyFolder.at(keys).next();
    return directory;
  }
}
