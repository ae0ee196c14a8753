package io.daybook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource({
    "08006, 503",
    "57P01, 503",
    "57P03, 503",
    ", 503",
    "53100, 503",
    "25006, 503",
    "25P03, 503",
    "55P03, 503",
    "42P01, 500",
    "23505, 500"
  })
  void a_store_that_cannot_be_read_is_come_back_to_if_its_database_is_lost(
      String state, int status) {
    SQLException cause = new SQLException("reset", state, new SocketException("Connection reset"));

    assertThat(
            problems
                .unreadable(new EventStoreException("unreadable", cause))
                .getStatusCode()
                .value())
        .isEqualTo(status);
  }

  @Test
  void what_has_another_cause_is_a_fault_of_ours() {
    assertThat(problems.unreadable(new EventStoreException("broken")).getStatusCode().value())
        .isEqualTo(500);
  }
}
