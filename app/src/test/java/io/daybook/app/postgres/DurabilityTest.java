package io.daybook.app.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.eventstore.testing.TestDatabase;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/// The tests' own server runs without fsync: the very database that must be refused.
class DurabilityTest {
  private static final DatabaseAddress FORGETFUL =
      DatabaseAddress.parse(TestDatabase.create().url());

  @Test
  void a_database_that_forgets_in_a_crash_is_refused() {
    refused(ExitCode.DATABASE_REFUSED, FORGETFUL);
  }

  @Test
  void a_database_that_forgets_will_do_for_throw_away_data() {
    assertThatCode(() -> Durability.require(FORGETFUL, true)).doesNotThrowAnyException();
  }

  @Test
  void a_database_that_does_not_answer_is_unreachable() {
    refused(
        ExitCode.DATABASE_UNREACHABLE,
        new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "nobody", null));
  }

  private static void refused(ExitCode code, DatabaseAddress address) {
    assertThatThrownBy(() -> Durability.require(address, false))
        .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
        .extracting(Failure::code)
        .isEqualTo(code);
  }
}
