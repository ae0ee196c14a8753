package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.eventstore.StoreUnavailable;
import io.daybook.eventstore.StoreUnavailable.WriteOutcome;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.eventstore.testing.Units;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PGobject;

/// What fails in the writer that is nobody's request's fault.
class WriterErrorsTest {

  private final DataSource database = TestDatabase.fresh();

  @Test
  void an_error_ends_its_batch_and_not_the_writer() {
    try (Rig rig = new Rig(database)) {
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(
              () ->
                  Units.runInUnit(
                      () ->
                          rig.appender
                              .current()
                              .writeSet()
                              .add(Statement.of("SELECT ?", new Heavy()))))
          .matches(failure -> failure.outcome() == WriteOutcome.UNKNOWN);

      rig.append("shop/lamp_1", 0, 1);
      assertThat(rig.rows.head()).isEqualTo(1);
    }
  }

  /// Takes more memory than there is when it is sent.
  private static final class Heavy extends PGobject {

    Heavy() {
      setType("text");
    }

    @Override
    public String getValue() {
      throw new OutOfMemoryError("as much as this");
    }
  }
}
