package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// The PostgreSQL of a data directory while a program runs on it, as `psql` reaches it.
public record DataDatabase(Path folder) {

  Connection connect() throws SQLException, IOException {
    Properties access = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("postgres.properties"))) {
      access.load(reader);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/daybook".formatted(access.getProperty("port")),
        "daybook",
        access.getProperty("password"));
  }

  public void execute(String sql) throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Of the one row that there is.
  public String text(String sql) throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  public long number(String sql) throws SQLException, IOException {
    return Long.parseLong(text(sql));
  }

  /// The second column by the first.
  public Map<String, String> map(String sql) throws SQLException, IOException {
    Map<String, String> map = new LinkedHashMap<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        map.put(rows.getString(1), rows.getString(2));
      }
    }
    return map;
  }

  /// The process of the server itself.
  long process() throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip());
  }
}
