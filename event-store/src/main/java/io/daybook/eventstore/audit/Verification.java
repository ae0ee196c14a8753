package io.daybook.eventstore.audit;

import io.daybook.eventstore.audit.EventContents.Found;
import io.daybook.eventstore.audit.Verdict.Tampered;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads the whole store and finds the first position that is not as it was sealed.
///
/// It believes nothing in the database but what one of the trusted keys has signed. A store that was cut off at the
/// end of a batch in all its tables is found only with an anchor.
public final class Verification {

  private static final int SEALS = 256;
  private static final int EVENTS = 8192;

  /// Called after each portion with what was verified so far and the last position that will be.
  @FunctionalInterface
  public interface Progress {
    void reached(VerifiedPrefix checked, long last);
  }

  private final DataSource database;
  private final EventContents events;
  private final SealCheck check;

  public Verification(DataSource database, TrustedKeys keys) {
    this.database = database;
    this.events = new EventContents(new MetadataFormat(new MetadataKeys(database)));
    this.check = new SealCheck(keys);
  }

  /// Whether the store has a Merkle log. One that was last used by a program from before the log has none.
  public boolean hasLog() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT to_regclass('event_store.seal') IS NOT NULL");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /// @param from where an earlier run stopped, else [VerifiedPrefix#NOTHING]. If that seal is not there any
  ///     more, it begins at the beginning
  /// @param anchor the head of an earlier verification, kept elsewhere
  /// @throws InterruptedException when its thread is interrupted; the progress says how far it was
  public Verdict run(VerifiedPrefix from, @Nullable SignedHead anchor, Progress progress)
      throws SQLException, InterruptedException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      StoreEnds ends = StoreEnds.read(connection);
      if (ends.firstEvent() < 1) {
        return tampered(Finding.INSERTED, ends.firstEvent());
      }
      VerifiedPrefix checked = resumed(connection, from);
      while (checked.head().position() < ends.lastSeal()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted behind " + checked.head().position());
        }
        Portion portion = portion(connection, checked, ends.lastSeal());
        connection.rollback();
        if (portion.tampered() != null) {
          return portion.tampered();
        }
        checked = portion.checked();
        progress.reached(checked, ends.lastSeal());
      }
      return new EndCheck(connection, ends, checked).verdict(anchor);
    }
  }

  private static VerifiedPrefix resumed(Connection connection, VerifiedPrefix from)
      throws SQLException {
    return SealRows.of(connection, from.head().position())
        .filter(row -> row.head().equals(from.head()))
        .map(row -> from)
        .orElse(VerifiedPrefix.NOTHING);
  }

  private record Portion(VerifiedPrefix checked, @Nullable Tampered tampered) {}

  /// @param last the last position to be verified: the store may have grown since
  private Portion portion(Connection connection, VerifiedPrefix before, long last)
      throws SQLException {
    List<SealRow> rows =
        bounded(SealRows.behind(connection, before.head().position(), SEALS), last);
    if (rows.isEmpty()) {
      return new Portion(before, tampered(Finding.SEAL_MISSING, before.head().position() + 1));
    }
    List<Optional<Finding>> signatures = check.signatures(rows);
    List<SealRow> genuine = new ArrayList<>();
    SignedHead end = before.head();
    for (int i = 0; i < rows.size(); i++) {
      SealRow row = rows.get(i);
      SignedHead behind = end;
      Optional<Finding> wrong = signatures.get(i).or(() -> SealCheck.link(behind, row));
      if (wrong.isPresent()) {
        Portion portion = events(connection, before, genuine);
        return portion.tampered() != null
            ? portion
            : new Portion(before, seal(connection, wrong.get(), end.position() + 1, row.seal()));
      }
      genuine.add(row);
      end = row.head();
    }
    return events(connection, before, genuine);
  }

  private static List<SealRow> bounded(List<SealRow> rows, long last) {
    long events = 0;
    List<SealRow> bounded = new ArrayList<>();
    for (SealRow row : rows) {
      events += Math.max(1, row.seal().size());
      boolean full = events > EVENTS && !bounded.isEmpty();
      if (full || row.seal().last() > last) {
        break;
      }
      bounded.add(row);
    }
    return bounded;
  }

  /// If the event is missing as well as its seal, that is the finding.
  private Tampered seal(Connection connection, Finding finding, long position, Seal seal)
      throws SQLException {
    boolean gone =
        finding == Finding.SEAL_MISSING
            && events.hashes(connection, position - 1, position).isEmpty();
    return new Tampered(gone ? Finding.DELETED : finding, position, seal.first(), seal.last());
  }

  private Portion events(Connection connection, VerifiedPrefix before, List<SealRow> genuine)
      throws SQLException {
    if (genuine.isEmpty()) {
      return new Portion(before, null);
    }
    long behind = before.head().position();
    List<Found> found = events.hashes(connection, behind, genuine.getLast().seal().last());
    VerifiedPrefix checked = before;
    int from = 0;
    for (SealRow row : genuine) {
      int to = from;
      while (to < found.size() && found.get(to).position() <= row.seal().last()) {
        to++;
      }
      OptionalLong change = BatchCheck.firstChange(row, found.subList(from, to));
      if (change.isPresent()) {
        return new Portion(checked, changed(connection, change.getAsLong(), row.seal()));
      }
      checked = checked.with(row);
      from = to;
    }
    return new Portion(checked, null);
  }

  private Tampered changed(Connection connection, long position, Seal seal) throws SQLException {
    Finding finding = Diagnosis.around(connection, events, position).at(position);
    return new Tampered(finding, position, seal.first(), seal.last());
  }

  static Tampered tampered(Finding finding, long position) {
    return new Tampered(finding, position, position, position);
  }
}
