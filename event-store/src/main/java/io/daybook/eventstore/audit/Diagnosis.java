package io.daybook.eventstore.audit;

import io.daybook.eventstore.audit.EventContents.Found;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds out by the events around it what was done to a position that is not as it was sealed. It looks at a
/// window of positions only: an event that was swapped with one outside of it counts as edited.
final class Diagnosis {

  private static final int WINDOW = 4096;

  private final Map<Long, byte[]> found = new HashMap<>();
  private final List<SealRow> seals;

  private Diagnosis(List<SealRow> seals, List<Found> found) {
    this.seals = seals;
    found.forEach(event -> this.found.put(event.position(), event.hash()));
  }

  static Diagnosis around(Connection connection, EventContents events, long position)
      throws SQLException {
    return new Diagnosis(
        SealRows.behind(connection, position - 1, WINDOW),
        events.hashes(connection, position - 1, position + WINDOW));
  }

  Finding at(long position) {
    byte @Nullable [] here = found.get(position);
    if (here == null) {
      return Finding.DELETED;
    }
    if (isSwapped(position, here)) {
      return Finding.SWAPPED;
    }
    byte @Nullable [] next = found.get(position + 1);
    if (next != null && held(position, next)) {
      return Finding.INSERTED;
    }
    return held(position + 1, here) ? Finding.DELETED : Finding.EDITED;
  }

  private boolean isSwapped(long position, byte[] here) {
    return found.entrySet().stream()
        .filter(other -> other.getKey() != position)
        .anyMatch(other -> held(position, other.getValue()) && held(other.getKey(), here));
  }

  /// Whether this was there when it was sealed.
  private boolean held(long position, byte[] content) {
    return seals.stream()
        .filter(row -> row.seal().first() <= position && position <= row.seal().last())
        .findFirst()
        .filter(row -> row.holds(position, content))
        .isPresent();
  }
}
