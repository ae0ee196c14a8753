package io.daybook.eventstore.search;

import io.daybook.eventstore.search.EventLook.Seen;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds events of one stream, by the index of streams.
record StreamSearch(JdbcClient database, EventLook look) {

  private static final int PAGE = 1024;

  /// So many pages of the stream are read for a page of the answer at most.
  private static final int MOST_PAGES = 64;

  void run(Search search, String stream, long after, Matches matches) {
    long sequence = lastUpTo(stream, after);
    for (int page = 0; page < MOST_PAGES && !matches.isFull(); page++) {
      List<Seen> rows = rows(search, stream, sequence);
      look.take(search, rows, matches);
      if (rows.size() < PAGE) {
        matches.lookedTo(search.reach().head());
        return;
      }
      matches.lookedTo(rows.getLast().position());
      sequence = rows.getLast().sequence();
    }
  }

  private List<Seen> rows(Search search, String stream, long sequence) {
    return look.rows(
        search,
        "stream = ? AND sequence > ? AND position <= ?",
        List.of(stream, sequence, search.reach().head()),
        " ORDER BY sequence LIMIT " + PAGE);
  }

  /// The sequence number of the stream's last event up to a position, -1 if it has none there. Both grow together, so a
  /// binary search finds it.
  private long lastUpTo(String stream, long position) {
    long low = -1;
    long high =
        database
            .sql("SELECT coalesce(max(sequence), -1) FROM event_store.event WHERE stream = ?")
            .param(stream)
            .query(Long.class)
            .single();
    while (position > 0 && low < high) {
      long middle = low + (high - low + 1) / 2;
      if (positionOf(stream, middle).filter(found -> found <= position).isPresent()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private Optional<Long> positionOf(String stream, long sequence) {
    return database
        .sql("SELECT position FROM event_store.event WHERE stream = ? AND sequence = ?")
        .params(stream, sequence)
        .query(Long.class)
        .optional();
  }
}
