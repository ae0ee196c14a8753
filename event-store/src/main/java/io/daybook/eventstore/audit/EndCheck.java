package io.daybook.eventstore.audit;

import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.audit.Verdict.Tampered;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks that a chain of seals that is in order ends where the head row, the events and the anchor say.
record EndCheck(Connection connection, StoreEnds ends, VerifiedPrefix checked) {

  private static final String FIRST_HOLE =
      """
      SELECT ? + nth FROM (
        SELECT position, row_number() OVER (ORDER BY position) AS nth
        FROM event_store.event WHERE position > ? AND position <= ?) AS event
      WHERE position <> ? + nth ORDER BY nth LIMIT 1
      """;

  Verdict verdict(@Nullable SignedHead anchor) throws SQLException {
    Optional<Tampered> wrong = end();
    if (wrong.isEmpty() && anchor != null) {
      wrong = against(anchor);
    }
    long last = checked.head().position();
    return wrong.isPresent()
        ? wrong.get()
        : new Intact(checked.head(), checked.seals(), checked.adopted(), ends.position() - last);
  }

  private Optional<Tampered> end() throws SQLException {
    long last = checked.head().position();
    if (ends.lastEvent() < Math.min(ends.sealed().position(), ends.position())) {
      return tampered(Finding.DELETED, ends.lastEvent() + 1);
    }
    if (ends.sealed().position() > last) {
      return tampered(Finding.SEAL_MISSING, last + 1);
    }
    if (!ends.sealed().equals(checked.head())) {
      return tampered(Finding.HEAD_CHANGED, Math.max(1, last));
    }
    if (ends.lastEvent() > ends.position()) {
      return tampered(Finding.INSERTED, ends.position() + 1);
    }
    return unsealed(last);
  }

  /// Of events without a seal it can only be said that none is missing.
  private Optional<Tampered> unsealed(long last) throws SQLException {
    if (ends.lastEvent() < ends.position()) {
      return tampered(Finding.DELETED, ends.lastEvent() + 1);
    }
    try (PreparedStatement statement = connection.prepareStatement(FIRST_HOLE)) {
      statement.setLong(1, last);
      statement.setLong(2, last);
      statement.setLong(3, ends.position());
      statement.setLong(4, last);
      try (ResultSet hole = statement.executeQuery()) {
        return hole.next() ? tampered(Finding.DELETED, hole.getLong(1)) : Optional.empty();
      }
    }
  }

  private Optional<Tampered> against(SignedHead anchor) throws SQLException {
    if (anchor.position() > checked.head().position()) {
      return tampered(Finding.CUT, checked.head().position() + 1);
    }
    boolean same =
        anchor.equals(SignedHead.NONE)
            || SealRows.of(connection, anchor.position())
                .filter(row -> row.head().equals(anchor))
                .isPresent();
    return same ? Optional.empty() : tampered(Finding.REWRITTEN, anchor.position());
  }

  private static Optional<Tampered> tampered(Finding finding, long position) {
    return Optional.of(Verification.tampered(finding, position));
  }
}
