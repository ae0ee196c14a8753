package io.daybook.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SharedSessionsTest {
  private final DatabaseAddress address = DatabaseAddress.parse(TestDatabase.create().url());

  @Test
  void sessions_of_ones_own_will_do() {
    assertThatCode(() -> SharedSessions.refuse(address)).doesNotThrowAnyException();
  }

  /// As pgbouncer does with `pool_mode = transaction`: the second client gets the session of the first, which is not
  /// in a transaction.
  @Test
  void one_session_for_two_clients_is_recognised() throws SQLException {
    try (Connection shared = address.connect()) {
      assertThat(SharedSessions.areFoundIn(shared, shared)).isTrue();
    }
  }

  /// The first client gets another session than before, since the second holds it.
  @Test
  void several_sessions_for_one_client_are_recognised() throws SQLException {
    try (Connection session = address.connect();
        Connection spare = address.connect();
        Connection second = address.connect()) {
      assertThat(SharedSessions.areFoundIn(new Alternating(session, spare).client(), second))
          .isTrue();
    }
  }
}
