package io.daybook.eventstore.token;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads tokens without claiming them.
record TokenRows(JdbcClient database, TokenFormat format) {
  static final String CLAIMABLE =
      "(owner IS NULL OR owner = :owner OR touched_at < clock_timestamp() - :timeout * interval '1"
          + " ms')";
  private static final TrackingToken TAIL = new GlobalSequenceTrackingToken(0);

  /// For people.
  String describe(String processor, int segment) {
    return database
        .sql(
            "SELECT concat_ws(' ', coalesce(token, 'no token'), 'of', coalesce(owner, 'nobody'))"
                + " FROM event_store.token WHERE processor = ? AND segment = ?")
        .param(1, processor)
        .param(2, segment)
        .query(String.class)
        .optional()
        .orElse("nothing");
  }

  /// One node at a time makes the segments of a processor, until its transaction ends.
  void lock(String processor) {
    database
        .sql("SELECT pg_advisory_xact_lock(hashtextextended('daybook token ' || ?, 0)) IS NULL")
        .param(processor)
        .query(Boolean.class)
        .single();
  }

  Optional<String> storeIdentifier() {
    return database
        .sql("SELECT identifier::text FROM event_store.token_store")
        .query(String.class)
        .optional();
  }

  int[] segments(String processor) {
    return database
        .sql("SELECT segment FROM event_store.token WHERE processor = ? ORDER BY segment")
        .param(processor)
        .query(Integer.class)
        .list()
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  List<Segment> claimable(String processor, String owner, long timeoutMillis) {
    record Entry(int segment, boolean available) {}
    List<Entry> entries =
        database
            .sql(
                "SELECT segment, "
                    + CLAIMABLE
                    + " AS available FROM event_store.token WHERE processor = :processor"
                    + " ORDER BY segment")
            .param("processor", processor)
            .param("owner", owner)
            .param("timeout", timeoutMillis)
            .query((row, number) -> new Entry(row.getInt(1), row.getBoolean(2)))
            .list();
    int[] all = entries.stream().mapToInt(Entry::segment).toArray();
    return Arrays.stream(all)
        .filter(segment -> entries.contains(new Entry(segment, true)))
        .mapToObj(segment -> Segment.computeSegment(segment, all))
        .toList();
  }

  /// By segment. One that has not begun stands at the tail.
  Map<Integer, TrackingToken> tokens(String processor) {
    Map<Integer, TrackingToken> tokens = new TreeMap<>();
    database
        .sql("SELECT segment, token, token_type FROM event_store.token WHERE processor = ?")
        .param(processor)
        .query(
            row -> {
              @Nullable TrackingToken token =
                  new TokenFormat.Stored(row.getString("token"), row.getString("token_type"))
                      .read(format);
              tokens.put(row.getInt("segment"), token == null ? TAIL : token);
            });
    return tokens;
  }
}
