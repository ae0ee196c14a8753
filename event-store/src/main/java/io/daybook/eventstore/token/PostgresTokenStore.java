package io.daybook.eventstore.token;

import io.daybook.eventstore.StoredTokens;
import java.lang.management.ManagementFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
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

/// Tokens in PostgreSQL, by its clock. A claim is one statement, so of many nodes exactly one gets it;
/// and whatever the owner does it does as the owner: a node that was paused for longer than its claim
/// lasts finds that it is not any more, and its transaction is rolled back.
public final class PostgresTokenStore implements TokenStore, StoredTokens {

  private static final String MINE =
      " WHERE processor = :processor AND segment = :segment AND owner = :owner";

  private static final String AS_LEFT =
      " AND (NOT :known OR token IS NOT DISTINCT FROM CAST(:now AS text)"
          + " OR token IS NOT DISTINCT FROM CAST(:committed AS text))";

  /// A processor's transaction can be repeated: what a crash of the database takes back of it, it takes
  /// back together with the token; the processor notices that at its next step or claim, for the token is
  /// not what it left there, and does it again. So nobody waits for the disk; the events
  /// themselves are on it before any processor sees them. It rides on a statement that is sent anyway.
  private static final String WITHOUT_WAITING =
      " FROM (SELECT set_config('synchronous_commit', 'off', true)) AS durability";

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final TokenForm form;
  private final TokenRows stored;
  private final ProcessorStarts starts;
  private final LastTokens last = new LastTokens();
  private final long timeoutMillis;
  private final String owner =
      ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();

  /// @param claimTimeout after which a segment may be taken from a node that has not been heard of
  public PostgresTokenStore(DataSource dataSource, Serializer serializer, Duration claimTimeout) {
    this.database = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.form = new TokenForm(serializer);
    this.stored = new TokenRows(database, form);
    this.starts = new ProcessorStarts(dataSource);
    this.timeoutMillis = claimTimeout.toMillis();
  }

  @Override
  public void initializeTokenSegments(String processorName, int segmentCount) {
    initializeTokenSegments(processorName, segmentCount, null);
  }

  /// Several nodes may do this at once on an empty store: the first decides how many segments there are,
  /// and the others find them.
  @Override
  public void initializeTokenSegments(
      String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
    TokenForm.Stored stored = form.write(first(processorName, initialToken));
    transaction.executeWithoutResult(
        status -> {
          lock(processorName);
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
    OptionalLong start = starts.of(processor);
    return start.isPresent() ? new GlobalSequenceTrackingToken(start.getAsLong()) : initial;
  }

  private void lock(String processor) {
    database
        .sql("SELECT pg_advisory_xact_lock(hashtextextended('daybook token ' || ?, 0)) IS NULL")
        .param(processor)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
    TokenForm.Stored stored = form.write(token);
    last.write(
        processorName,
        segment,
        stored.token(),
        known -> store(stored, processorName, segment, known));
  }

  private void store(
      TokenForm.Stored token, String processor, int segment, Optional<LastTokens.Known> known) {
    int updated =
        asLeft(
                "UPDATE event_store.token SET token = :token, token_type = :type,"
                    + " touched_at = clock_timestamp()",
                processor,
                segment,
                known)
            .param("token", token.token())
            .param("type", token.type())
            .update();
    requireMine(updated, processor, segment);
  }

  @Override
  public @Nullable TrackingToken fetchToken(String processorName, int segment) {
    return claim("", processorName, segment)
        .optional()
        .orElseThrow(() -> notMine(processorName, segment))
        .read(form);
  }

  /// A segment that was split or merged meanwhile is not the one that was meant.
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
        .read(form);
  }

  private JdbcClient.MappedQuerySpec<TokenForm.Stored> claim(
      String further, String processor, int segment) {
    return mine(
            "UPDATE event_store.token SET owner = :owner, touched_at = clock_timestamp()"
                + " WHERE processor = :processor AND segment = :segment AND "
                + TokenRows.CLAIMABLE
                + further
                + " RETURNING token, token_type",
            processor,
            segment)
        .param("timeout", timeoutMillis)
        .query((row, number) -> claimed(processor, segment, row));
  }

  private TokenForm.Stored claimed(String processor, int segment, ResultSet row)
      throws SQLException {
    TokenForm.Stored stored = new TokenForm.Stored(row.getString(1), row.getString(2));
    last.read(processor, segment, stored.token());
    return stored;
  }

  /// The coordinator extends what a worker of this node is busy with: a token that the worker has moved
  /// between the question and its answer is asked for again.
  @Override
  public void extendClaim(String processorName, int segment) {
    Optional<LastTokens.Known> asked;
    do {
      asked = last.of(processorName, segment);
      int updated =
          asLeft(
                  "UPDATE event_store.token SET touched_at = clock_timestamp()",
                  processorName,
                  segment,
                  asked)
              .update();
      if (updated > 0) {
        return;
      }
    } while (!asked.equals(last.of(processorName, segment)));
    throw notMine(processorName, segment);
  }

  private JdbcClient.StatementSpec asLeft(
      String sql, String processor, int segment, Optional<LastTokens.Known> known) {
    return mine(sql + WITHOUT_WAITING + MINE + AS_LEFT, processor, segment)
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
    TokenForm.Stored stored = form.write(token);
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
    return database
        .sql("SELECT identifier::text FROM event_store.token_store")
        .query(String.class)
        .optional();
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
