package io.daybook.eventstore.token;

import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.TokensBeyondHead;
import io.daybook.eventstore.TokensBeyondHead.Ahead;
import io.daybook.eventstore.read.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks at a start, and when events were lost under a running node, whether the token of any processor lies beyond the head, which happens when the events were
/// restored to an earlier state than the tokens.
public final class TokenCheck {

  private static final Logger log = LoggerFactory.getLogger(TokenCheck.class);
  private static final long TAIL = 0;

  /// What is done about it.
  public enum Mode {
    /// The start fails with [TokensBeyondHead].
    REFUSE,
    /// The processors go on behind the last event that is the same as before, or at the head where that is not known.
    RESET
  }

  private final JdbcClient database;
  private final TokenFormat format;
  private final ProcessorStates states;
  private final Mode mode;

  public TokenCheck(DataSource dataSource, Serializer serializer, Mode mode) {
    this.database = JdbcClient.create(dataSource);
    this.format = new TokenFormat(serializer);
    this.states = new ProcessorStates(dataSource);
    this.mode = mode;
  }

  public void run() {
    List<Ahead> ahead = ahead();
    if (ahead.isEmpty()) {
      return;
    }
    long head = head();
    if (mode == Mode.REFUSE) {
      throw new TokensBeyondHead(ahead, head);
    }
    ahead.forEach(it -> reset(it, lastSame(it, head)));
  }

  /// The tokens of processors that have handled lost events go back to the last event that is the same as before.
  /// Tokens that this database has lost together with the events are right as they are.
  public void goBack(Timeline.Loss loss) {
    ahead().forEach(it -> reset(it, loss.lastSame()));
  }

  /// A node that has noticed the loss has left in the database up to where the events are the same.
  private long lastSame(Ahead ahead, long head) {
    return database
        .sql(
            "SELECT position FROM event_store.lost_events WHERE last_lost >= ? AND position <= ?"
                + " ORDER BY found_at DESC LIMIT 1")
        .params(ahead.position(), head)
        .query(Long.class)
        .optional()
        .orElse(head);
  }

  private void reset(Ahead ahead, long position) {
    TokenFormat.Stored end = format.write(new GlobalSequenceTrackingToken(position));
    database
        .sql(
            """
            UPDATE event_store.token SET token = ?, token_type = ?, owner = NULL
            WHERE processor = ? AND segment = ?
            """)
        .param(1, end.token())
        .param(2, end.type())
        .param(3, ahead.processor())
        .param(4, ahead.segment())
        .update();
    states.markStale(ahead.processor(), ahead.position());
    log.error(
        "{} (segment {}) was at {}, beyond the end of the store, and goes on at {}. It has handled"
            + " events that were lost: if it is a projection, replay it",
        ahead.processor(),
        ahead.segment(),
        ahead.position(),
        position);
  }

  /// The tokens are read before the head: other nodes may be running, and the head only grows.
  private List<Ahead> ahead() {
    List<Ahead> all =
        database
            .sql("SELECT * FROM event_store.token ORDER BY processor, segment")
            .query((row, number) -> at(row))
            .list();
    long head = head();
    return all.stream().filter(it -> it.position() > head).toList();
  }

  private Ahead at(ResultSet row) throws SQLException {
    TokenFormat.Stored stored =
        new TokenFormat.Stored(row.getString("token"), row.getString("token_type"));
    return new Ahead(
        row.getString("processor"), row.getInt("segment"), furthest(stored.read(format)));
  }

  /// During a replay the position at which it was reset counts as well: if that lies beyond the head, new events
  /// would be handled as replayed ones.
  private static long furthest(@Nullable TrackingToken token) {
    if (token == null) {
      return TAIL;
    }
    @Nullable TrackingToken reached = WrappedToken.unwrapUpperBound(token);
    return Math.max(
        reached == null ? TAIL : reached.position().orElse(TAIL),
        ReplayToken.getTokenAtReset(token).orElse(TAIL));
  }

  private long head() {
    return database.sql("SELECT position FROM event_store.head").query(Long.class).single();
  }
}
