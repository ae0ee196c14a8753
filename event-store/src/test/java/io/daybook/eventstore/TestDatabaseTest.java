package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

  @Test
  void every_caller_gets_a_migrated_database_of_its_own() {
    JdbcClient one = JdbcClient.create(TestDatabase.fresh());
    JdbcClient other = JdbcClient.create(TestDatabase.fresh());

    one.sql("INSERT INTO event_store.claim VALUES ('t', 'email', 'a@b.c', 'cus_1')").update();

    assertThat(claims(one)).isEqualTo(1);
    assertThat(claims(other)).isZero();
  }

  private static long claims(JdbcClient database) {
    return database.sql("SELECT count(*) FROM event_store.claim").query(Long.class).single();
  }
}
