package io.daybook.eventstore.deadletter;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The sequences of which a processor has dead letters, as this node knows them. Anybody may change that at any
/// time, so what is taken from here is checked before a transaction commits ([LetterCheck]).
final class ParkedSequences {

  /// With more sequences than that, the database is asked for each event.
  static final int MOST_KNOWN = 1_000;

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

  /// Steps from one sequence to the next, however many letters they have.
  private static final String ALL =
      """
      WITH RECURSIVE parked(sequence_id) AS (
        (SELECT min(sequence_id) FROM event_store.dead_letter WHERE processor = :processor)
        UNION ALL
        SELECT (SELECT min(sequence_id) FROM event_store.dead_letter
                WHERE processor = :processor AND sequence_id > parked.sequence_id)
        FROM parked WHERE parked.sequence_id IS NOT NULL)
      SELECT sequence_id FROM parked WHERE sequence_id IS NOT NULL LIMIT :limit
      """;

  /// @param complete whether no other sequence has letters
  private record Known(Set<String> sequences, boolean complete, long askedAt) {

    boolean isStale() {
      return !sequences.isEmpty() && System.nanoTime() - askedAt > FRESH_NANOS;
    }
  }

  private final JdbcClient database;
  private final String processor;
  private volatile @Nullable Known known;

  ParkedSequences(JdbcClient database, String processor) {
    this.database = database;
    this.processor = processor;
  }

  String processor() {
    return processor;
  }

  /// Whether this node knows of no letter.
  boolean isEmpty() {
    return known().sequences().isEmpty();
  }

  /// Whether the sequence has letters. If so, its last one stays until the current transaction ends, so that a
  /// letter that is put behind it is found by whoever retries the sequence meanwhile.
  boolean holds(String sequence) {
    Known now = known();
    if (now.complete() && !now.sequences().contains(sequence)) {
      return false;
    }
    boolean parked = lockLast(sequence);
    if (!parked) {
      now.sequences().remove(sequence);
    }
    return parked;
  }

  private boolean lockLast(String sequence) {
    return database
        .sql(
            """
            SELECT true FROM event_store.dead_letter WHERE processor = ? AND sequence_id = ?
            ORDER BY sequence_index DESC LIMIT 1 FOR KEY SHARE
            """)
        .params(processor, sequence)
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /// Those of the sequences that have letters, asked of the database.
  Set<String> among(Collection<String> sequences) {
    return new HashSet<>(
        database
            .sql(
                """
                SELECT asked.sequence_id FROM unnest(CAST(:sequences AS text[])) AS asked(sequence_id)
                WHERE (SELECT true FROM event_store.dead_letter AS letter
                       WHERE letter.processor = :processor AND letter.sequence_id = asked.sequence_id
                       LIMIT 1)
                """)
            .param("sequences", sequences.toArray(String[]::new))
            .param("processor", processor)
            .query(String.class)
            .list());
  }

  /// Called when this node parks an event. Should that be rolled back, [#holds] finds out.
  void add(String sequence) {
    known().sequences().add(sequence);
  }

  /// Has the database asked again.
  void forget() {
    known = null;
  }

  private Known known() {
    @Nullable Known now = known;
    if (now == null || now.isStale()) {
      now = ask();
      known = now;
    }
    return now;
  }

  private Known ask() {
    List<String> found =
        database
            .sql(ALL)
            .param("processor", processor)
            .param("limit", MOST_KNOWN + 1)
            .query(String.class)
            .list();
    Set<String> sequences = ConcurrentHashMap.newKeySet();
    sequences.addAll(found);
    return new Known(sequences, found.size() <= MOST_KNOWN, System.nanoTime());
  }
}
