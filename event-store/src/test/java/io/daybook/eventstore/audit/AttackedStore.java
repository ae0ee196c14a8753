package io.daybook.eventstore.audit;

import com.example.lamp.LampEvent;
import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store that somebody with SQL access works on.
final class AttackedStore {

  final DataSource source = TestDatabase.pooled();
  final JdbcClient sql = JdbcClient.create(source);
  final TrustedKeys keys = new TrustedKeys(List.of(Rig.KEY.verification()));

  /// As new.
  void empty() {
    run("TRUNCATE event_store.event, event_store.seal, event_store.event_type");
    run("TRUNCATE event_store.metadata_key, event_store.signing_key RESTART IDENTITY");
    run("UPDATE event_store.head SET position = 0, sealed_position = 0, seal = ?", new byte[32]);
  }

  /// Each a batch of so many events.
  void append(List<Integer> batches) {
    try (Rig rig = new Rig(source)) {
      batches.forEach(size -> rig.append(batch(size)));
    }
  }

  static List<EventMessage<?>> batch(int size) {
    List<EventMessage<?>> events = new ArrayList<>();
    String lamp = "shop/lamp_" + UUID.randomUUID();
    for (int sequence = 0; sequence < size; sequence++) {
      LampEvent event =
          sequence % 3 == 0
              ? new LampEvent.Installed(lamp, "room " + sequence)
              : new LampEvent.Lit(lamp, sequence);
      events.add(
          new GenericDomainEventMessage<>(
              "Lamp", lamp, sequence, event, Map.of("actorId", "usr_1", "actorType", "staff")));
    }
    return events;
  }

  void run(String statement, Object... parameters) {
    sql.sql(statement).params(parameters).update();
  }

  long number(String query, Object... parameters) {
    return sql.sql(query).params(parameters).query(Long.class).single();
  }

  long head() {
    return number("SELECT position FROM event_store.head");
  }

  Range batchOf(long position) {
    return sql.sql(
            """
            SELECT first_position, last_position FROM event_store.seal
            WHERE last_position >= ? ORDER BY last_position LIMIT 1
            """)
        .param(position)
        .query((row, n) -> new Range(row.getLong(1), row.getLong(2)))
        .single();
  }

  Verdict verdict() {
    return verdict(VerifiedPrefix.NOTHING, null);
  }

  Verdict verdict(VerifiedPrefix from, @Nullable SignedHead anchor) {
    try {
      return new Verification(source, keys).run(from, anchor, (checked, last) -> {});
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
