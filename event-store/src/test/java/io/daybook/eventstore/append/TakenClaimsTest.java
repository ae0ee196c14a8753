package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.NotStorable;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The statement that writes claims compares, whatever the conflict check has found: PostgreSQL may know two keys
/// as one that Java tells apart.
class TakenClaimsTest {
  private static final DataSource DATABASE = TestDatabase.fresh();
  private static final Claim TEA = new Claim("shop", "category", "Tea?");

  @Test
  void a_key_that_somebody_has_is_not_taken_from_them() throws SQLException {
    owned(TEA, "cat_1");

    assertThatThrownBy(() -> write(taking(TEA, Optional.empty(), "cat_2")))
        .isInstanceOf(ConcurrencyException.class);

    assertThat(owner()).isEqualTo("cat_1");
  }

  @Test
  void a_key_is_neither_passed_on_nor_released_by_whom_it_does_not_belong_to() throws SQLException {
    owned(TEA, "cat_1");

    assertThatThrownBy(() -> write(taking(TEA, Optional.of("cat_3"), "cat_2")))
        .isInstanceOf(ConcurrencyException.class);
    assertThatThrownBy(() -> write(releasing(TEA, "cat_3")))
        .isInstanceOf(ConcurrencyException.class);

    assertThat(owner()).isEqualTo("cat_1");
  }

  @Test
  void a_key_that_is_released_in_the_same_batch_is_passed_on() throws SQLException {
    owned(TEA, "cat_1");

    write(releasing(TEA, "cat_1"), taking(TEA, Optional.empty(), "cat_2"));

    assertThat(owner()).isEqualTo("cat_2");
  }

  @Test
  void a_key_that_postgresql_would_not_keep_is_refused() {
    assertThatThrownBy(() -> new Claim("shop", "category", "Tea\ud83d"))
        .isInstanceOf(NotStorable.class);
    assertThatThrownBy(() -> Claim.owner("cat\u0000")).isInstanceOf(NotStorable.class);
  }

  private static AppendRequest taking(Claim claim, Optional<String> before, String owner) {
    return changing(claim, before, Optional.of(owner));
  }

  private static AppendRequest releasing(Claim claim, String before) {
    return changing(claim, Optional.of(before), Optional.empty());
  }

  private static AppendRequest changing(
      Claim claim, Optional<String> before, Optional<String> after) {
    ReadSet reads = new ReadSet();
    reads.read(claim, before);
    WriteSet writes = new WriteSet();
    writes.claim(claim, after);
    return new AppendRequest(List.of(), reads, writes, List.of());
  }

  private static void write(AppendRequest... requests) throws SQLException {
    SequencedMap<AppendRequest, Long> positions = new LinkedHashMap<>();
    for (AppendRequest request : requests) {
      positions.put(request, 0L);
    }
    try (Connection connection = DATABASE.getConnection()) {
      WriteSetFlush.run(connection, positions);
    }
  }

  private static void owned(Claim claim, String owner) {
    JdbcClient database = JdbcClient.create(DATABASE);
    database.sql("TRUNCATE event_store.claim").update();
    database
        .sql("INSERT INTO event_store.claim VALUES (?, ?, ?, ?)")
        .params(claim.tenant(), claim.kind(), claim.key(), owner)
        .update();
  }

  private static String owner() {
    return JdbcClient.create(DATABASE)
        .sql("SELECT owner FROM event_store.claim")
        .query(String.class)
        .single();
  }
}
