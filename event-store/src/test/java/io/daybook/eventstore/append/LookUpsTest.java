package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A statement of the writer is planned when its store is young, and has that plan for a long time.
class LookUpsTest {

  private static final DataSource DATABASE = database();
  private static final Pattern PLACE = Pattern.compile("\\?");

  @ParameterizedTest
  @CsvSource({
    "ENDS, event_0_stream",
    "OWNERS, claim_pkey",
    "COUNTS, claim_owner",
    "ANSWERED, idempotency_pkey",
    "PASS_ON, claim_pkey",
    "RELEASE, claim_pkey"
  })
  void in_an_empty_store_a_batch_looks_up_by_the_key_alone(Statements statement, String index) {
    assertThat(plan(statement.sql))
        .containsPattern(" (using|on) " + index + " ")
        .doesNotContain("Seq Scan");
  }

  enum Statements {
    ENDS(StateQueries.ENDS),
    OWNERS(StateQueries.OWNERS),
    COUNTS(StateQueries.COUNTS),
    ANSWERED(StateQueries.ANSWERED),
    PASS_ON(WriteSetFlush.PASS_ON),
    RELEASE(WriteSetFlush.RELEASE);

    private final String sql;

    Statements(String sql) {
      this.sql = sql;
    }
  }

  /// Its statements may have places without values.
  private static DataSource database() {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(TestDatabase.create().url());
    database.setPreferQueryMode(PreferQueryMode.SIMPLE);
    return database;
  }

  /// For whatever is looked up.
  private static String plan(String sql) {
    AtomicInteger place = new AtomicInteger();
    String numbered = PLACE.matcher(sql).replaceAll(_ -> "\\$" + place.incrementAndGet());
    return JdbcClient.create(DATABASE)
        .sql("EXPLAIN (GENERIC_PLAN) " + numbered)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.joining("\n"));
  }
}
