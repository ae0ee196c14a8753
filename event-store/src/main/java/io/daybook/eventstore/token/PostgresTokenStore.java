package io.daybook.eventstore.token;

import io.daybook.eventstore.NodeId;
import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.StoredTokens;
import io.daybook.eventstore.deadletter.LetterCheck;
import io.daybook.eventstore.read.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tokens in PostgreSQL. A claim on a segment is a lease by PostgreSQL's clock. It is taken with one statement, so
/// of many nodes exactly one gets it; and every statement of the owner requires that it still is the owner. A
/// node that was paused for longer than its lease is refused, and its transaction is rolled back.
///
/// A claim also ends when events of the store are lost: what was read of them waits to be handled on this node,
/// and must not be.
public final class PostgresTokenStore implements TokenStore, StoredTokens {

  private static final String MINE =
      " WHERE processor = :processor AND segment = :segment AND owner = :owner";

  private static final String AS_LEFT =
      " AND (NOT :known OR token IS NOT DISTINCT FROM CAST(:now AS text)"
          + " OR token IS NOT DISTINCT FROM CAST(:committed AS text))";

  private static final String STORE =
      "UPDATE event_store.token SET token = :token, token_type = :type,"
          + " touched_at = clock_timestamp()";

  /// A token that is stored without having been fetched claims its segment, if no other node owns it.
  private static final String CLAIM =
      ", owner = :owner WHERE processor = :processor AND segment = :segment AND "
          + TokenRows.CLAIMABLE;

  /// Has the transaction commit without waiting for the disk. A crash of the database may undo it, its rows and
  /// its token together; the processor then finds another token than it left, and handles the events again. The
  /// events themselves are on the disk before any processor sees them. It is part of a statement that is sent
  /// anyway.
  private static final String WITHOUT_WAITING =
      " FROM (SELECT set_config('synchronous_commit', 'off', true)) AS durability";

  private static final String NO_LETTERS =
      " AND NOT EXISTS (SELECT FROM event_store.dead_letter AS letter"
          + " WHERE letter.processor = ANY (CAST(:groups AS text[])))";

  private final Timeline timeline;
  private final SameEvents sameEvents;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final TokenFormat format;
  private final TokenRows stored;
  private final ProcessorStates states;
  private final LastTokens last = new LastTokens();
  private final long timeoutMillis;
  private final String owner = NodeId.unique().value();

  /// @param claimTimeout the lease of a segment: how long after its last extension another node may claim it
  public PostgresTokenStore(DataSource dataSource, Serializer serializer, Duration claimTimeout) {
    this(dataSource, serializer, claimTimeout, new Timeline());
  }

  /// @param timeline that all parts of this node share
  public PostgresTokenStore(
      DataSource dataSource, Serializer serializer, Duration claimTimeout, Timeline timeline) {
    this.timeline = timeline;
    this.sameEvents = new SameEvents(dataSource, timeline, last);
    this.database = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.format = new TokenFormat(serializer);
    this.stored = new TokenRows(database, format);
    this.states = new ProcessorStates(dataSource);
    this.timeoutMillis = claimTimeout.toMillis();
  }

  @Override
  public void initializeTokenSegments(String processorName, int segmentCount) {
    initializeTokenSegments(processorName, segmentCount, null);
  }

  /// When several nodes do this at once on an empty store, the first decides how many segments there are.
  @Override
  public void initializeTokenSegments(
      String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
    TokenFormat.Stored stored = format.write(first(processorName, initialToken));
    transaction.executeWithoutResult(
        status -> {
          this.stored.lock(processorName);
          database
              .sql(
                  """
                  INSERT INTO event_store.token (processor, segment, token, token_type, touched_at)
                  SELECT :processor, segment, :token, :type, clock_timestamp()
                  FROM generate_series(0, :last) AS segment
                  WHERE NOT EXISTS
                    (SELECT FROM event_store.token WHERE processor = :processor)
                  """)
              .param("processor", processorName)
              .param("token", stored.token())
              .param("type", stored.type())
              .param("last", segmentCount - 1)
              .update();
        });
  }

  private @Nullable TrackingToken first(String processor, @Nullable TrackingToken initial) {
    OptionalLong start = states.startOf(processor);
    return start.isPresent() ? new GlobalSequenceTrackingToken(start.getAsLong()) : initial;
  }

  @Override
  public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
    TokenFormat.Stored stored = format.write(token);
    last.write(
        processorName,
        segment,
        stored.token(),
        timeline.changes(),
        known -> store(stored, processorName, segment, known));
  }

  private void store(
      TokenFormat.Stored token, String processor, int segment, Optional<LastTokens.Known> known) {
    sameEvents.require(processor, segment, known);
    int updated =
        LetterCheck.within(assumedEmpty -> store(token, processor, segment, known, assumedEmpty));
    requireMine(updated, processor, segment);
  }

  private int store(
      TokenFormat.Stored token,
      String processor,
      int segment,
      Optional<LastTokens.Known> known,
      String[] assumedEmpty) {
    String further = assumedEmpty.length == 0 ? "" : NO_LETTERS;
    JdbcClient.StatementSpec update =
        known.isPresent()
            ? asLeft(STORE, further, processor, segment, known)
            : mine(STORE + CLAIM + further, processor, segment).param("timeout", timeoutMillis);
    return update
        .param("token", token.token())
        .param("type", token.type())
        .param("groups", assumedEmpty)
        .update();
  }

  /// For whoever begins to handle events that were read a while ago: that they are still in the store, and the
  /// segment still this node's.
  ///
  /// @throws UnableToClaimTokenException otherwise
  public void requireSameEvents(String processor, int segment) {
    sameEvents.require(processor, segment);
  }

  @Override
  public @Nullable TrackingToken fetchToken(String processorName, int segment) {
    return claim("", processorName, segment)
        .optional()
        .orElseThrow(() -> notMine(processorName, segment))
        .read(format);
  }

  /// Refuses a segment that was split or merged meanwhile.
  @Override
  public @Nullable TrackingToken fetchToken(String processorName, Segment segment) {
    return claim(
            " AND (SELECT count(*) FROM event_store.token WHERE processor = :processor"
                + " AND segment IN ("
                + segment.splitSegmentId()
                + ", "
                + segment.mergeableSegmentId()
                + ")) = 1",
            processorName,
            segment.getSegmentId())
        .optional()
        .orElseThrow(() -> notMine(processorName, segment.getSegmentId()))
        .read(format);
  }

  private JdbcClient.MappedQuerySpec<TokenFormat.Stored> claim(
      String further, String processor, int segment) {
    long changes = sameEvents.settled();
    return mine(
            "UPDATE event_store.token SET owner = :owner, touched_at = clock_timestamp()"
                + " WHERE processor = :processor AND segment = :segment AND "
                + TokenRows.CLAIMABLE
                + further
                + " RETURNING token, token_type",
            processor,
            segment)
        .param("timeout", timeoutMillis)
        .query((row, number) -> claimed(processor, segment, row, changes));
  }

  private TokenFormat.Stored claimed(String processor, int segment, ResultSet row, long changes)
      throws SQLException {
    TokenFormat.Stored stored = new TokenFormat.Stored(row.getString(1), row.getString(2));
    last.read(processor, segment, stored.token(), changes);
    return stored;
  }

  /// The coordinator extends the claim of a segment while a worker of this node handles its events. If the worker
  /// stores a token meanwhile, the statement finds another token than expected, and is sent again.
  @Override
  public void extendClaim(String processorName, int segment) {
    Optional<LastTokens.Known> owned;
    do {
      owned = last.of(processorName, segment);
      sameEvents.require(processorName, segment, owned);
      int updated =
          asLeft(
                  "UPDATE event_store.token SET touched_at = clock_timestamp()",
                  "",
                  processorName,
                  segment,
                  owned)
              .update();
      if (updated > 0) {
        return;
      }
    } while (!owned.equals(last.of(processorName, segment)));
    throw notMine(processorName, segment);
  }

  private JdbcClient.StatementSpec asLeft(
      String sql, String further, String processor, int segment, Optional<LastTokens.Known> known) {
    return mine(sql + WITHOUT_WAITING + MINE + AS_LEFT + further, processor, segment)
        .param("known", known.isPresent())
        .param("now", known.map(LastTokens.Known::now).orElse(null))
        .param("committed", known.map(LastTokens.Known::committed).orElse(null));
  }

  @Override
  public void releaseClaim(String processorName, int segment) {
    mine("UPDATE event_store.token SET owner = NULL" + MINE, processorName, segment).update();
  }

  @Override
  public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
    TokenFormat.Stored stored = format.write(token);
    try {
      database
          .sql(
              """
              INSERT INTO event_store.token (processor, segment, token, token_type, touched_at)
              VALUES (?, ?, ?, ?, clock_timestamp())
              """)
          .param(1, processorName)
          .param(2, segment)
          .param(3, stored.token())
          .param(4, stored.type())
          .update();
    } catch (DuplicateKeyException e) {
      throw new UnableToInitializeTokenException(
          "Segment %d of %s is there already".formatted(segment, processorName), e);
    }
  }

  @Override
  public void deleteToken(String processorName, int segment) {
    int deleted = mine("DELETE FROM event_store.token" + MINE, processorName, segment).update();
    requireMine(deleted, processorName, segment);
  }

  @Override
  public boolean requiresExplicitSegmentInitialization() {
    return true;
  }

  @Override
  public int[] fetchSegments(String processorName) {
    return stored.segments(processorName);
  }

  @Override
  public List<Segment> fetchAvailableSegments(String processorName) {
    return stored.claimable(processorName, owner, timeoutMillis);
  }

  @Override
  public Map<Integer, TrackingToken> of(String processor) {
    return stored.tokens(processor);
  }

  @Override
  public Optional<String> retrieveStorageIdentifier() {
    return stored.storeIdentifier();
  }

  private JdbcClient.StatementSpec mine(String sql, String processor, int segment) {
    return database
        .sql(sql)
        .param("processor", processor)
        .param("segment", segment)
        .param("owner", owner);
  }

  private void requireMine(int rows, String processor, int segment) {
    if (rows == 0) {
      throw notMine(processor, segment);
    }
  }

  private UnableToClaimTokenException notMine(String processor, int segment) {
    return new UnableToClaimTokenException(
        "Segment %d of %s belongs to another node, is not there, or is not as it was left: found %s; left by %s at %s"
            .formatted(
                segment,
                processor,
                stored.describe(processor, segment),
                owner,
                last.of(processor, segment).map(Object::toString).orElse("nothing known")));
  }
}
