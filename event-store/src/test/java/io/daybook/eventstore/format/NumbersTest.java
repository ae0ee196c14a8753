package io.daybook.eventstore.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.StoredType;
import io.daybook.eventstore.testing.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A number that has been given out may be in use anywhere, whatever became of the transaction in which
/// it was asked for.
class NumbersTest {

  private static final StoredType SNAPSHOT = new StoredType("Lamp", "lamp.Lamp", null);

  private final DataSource database = TestDatabase.fresh();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));

  @Test
  void a_types_number_is_there_after_a_rollback() {
    TypeIds types = new TypeIds(database);
    transaction.executeWithoutResult(
        status -> {
          types.idOf(SNAPSHOT);
          status.setRollbackOnly();
        });

    assertThat(new TypeIds(database).typeOf(types.idOf(SNAPSHOT))).isEqualTo(SNAPSHOT);
  }

  @Test
  void a_keys_number_is_there_after_a_rollback() {
    MetadataKeys keys = new MetadataKeys(database);
    transaction.executeWithoutResult(
        status -> {
          keys.idOf("colour");
          status.setRollbackOnly();
        });

    assertThat(new MetadataKeys(database).nameOf(keys.idOf("colour").orElseThrow()))
        .isEqualTo("colour");
  }
}
