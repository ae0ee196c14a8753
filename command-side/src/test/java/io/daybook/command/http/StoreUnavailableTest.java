package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A database that stands still, as a caller sees it.
@TestPropertySource(properties = "daybook.engine.append-patience=300ms")
class StoreUnavailableTest extends CommandApiCase {
  @Autowired private DataSource database;

  @Test
  void an_answer_that_does_not_come_is_unknown_and_the_same_request_finds_it() throws Exception {
    String key = fresh("key-");
    String body = category(fresh("Tea "));
    MvcTestResult late;
    try (Connection standstill = lockHead()) {
      late = post("/categories", body, "Idempotency-Key", key);
      standstill.rollback();
    }
    MvcTestResult again = post("/categories", body, "Idempotency-Key", key);

    assertThat(late).hasStatus(503);
    assertThat(code(late)).isEqualTo("OUTCOME_UNKNOWN");
    assertThat(late.getResponse().getHeader("Retry-After")).isEqualTo("1");
    assertThat(again).hasStatus(201);
    assertThat(
            post("/categories", body, "Idempotency-Key", key)
                .getResponse()
                .getHeader("Daybook-Position"))
        .isEqualTo(again.getResponse().getHeader("Daybook-Position"));
  }

  /// Its disk is full, or it was made read-only.
  @ParameterizedTest
  @ValueSource(strings = {"53100", "25006"})
  void a_database_that_takes_nothing_is_come_back_to(String state) throws Exception {
    MvcTestResult refused;
    execute(
        """
        CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
        $$BEGIN RAISE EXCEPTION 'not now' USING ERRCODE = '%s'; END$$;
        CREATE TRIGGER fail BEFORE INSERT ON event_store.event_0
        FOR EACH ROW EXECUTE FUNCTION fail()
        """
            .formatted(state));
    try {
      refused = post("/categories", category(fresh("Tea ")));
    } finally {
      execute("DROP FUNCTION fail CASCADE");
    }

    assertThat(refused).hasStatus(503);
    assertThat(code(refused)).isEqualTo("STORE_UNAVAILABLE");
    assertThat(refused.getResponse().getHeader("Retry-After")).isEqualTo("1");
    assertThat(post("/categories", category(fresh("Tea ")))).hasStatus(201);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// All appends wait for this.
  private Connection lockHead() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT * FROM event_store.head FOR UPDATE");
    }
    return connection;
  }
}
