package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatesTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"08006", "08001", "57P01", "57P03"})
  void without_a_connection_nobody_knows_what_became_of_a_statement(@Nullable String state) {
    assertThat(SqlStates.isConnectionLost(failure(state))).isTrue();
    assertThat(SqlStates.isCausedByLostConnection(new IllegalStateException(failure(state))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "57014"})
  void a_refusal_is_an_answer(String state) {
    assertThat(SqlStates.isConnectionLost(failure(state))).isFalse();
    assertThat(SqlStates.isCausedByLostConnection(new IllegalStateException(failure(state))))
        .isFalse();
    assertThat(SqlStates.isCausedByLostConnection(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57014", "58030", "40P01", "55P03"})
  void what_has_nothing_to_do_with_the_rows_is_transient(String state) {
    assertThat(SqlStates.isTransient(failure(state))).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"23505", "22001", "42P01"})
  void what_the_rows_are_refused_for_is_not(@Nullable String state) {
    assertThat(SqlStates.isTransient(failure(state))).isFalse();
  }

  @Test
  void a_lock_that_was_not_granted_in_time_is_found_among_the_causes() {
    assertThat(SqlStates.isLockTimeout(new IllegalStateException(failure("55P03")))).isTrue();
    assertThat(SqlStates.isLockTimeout(new IllegalStateException(failure("40P01")))).isFalse();
  }

  @Test
  void a_duplicate_is_found_behind_the_failure_of_a_batch() {
    BatchUpdateException batch = new BatchUpdateException("batch", "08000", 0, new int[0]);
    batch.setNextException(failure("23505"));

    assertThat(SqlStates.isUniqueViolation(new IllegalStateException(batch))).isTrue();
    assertThat(SqlStates.isUniqueViolation(failure("23503"))).isFalse();
  }

  private static SQLException failure(@Nullable String state) {
    return new SQLException("failed", state);
  }
}
