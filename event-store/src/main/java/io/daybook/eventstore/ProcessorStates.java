package io.daybook.eventstore;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What is stored about processors, for those who replace, reset or move a processor: its tokens, its dead
/// letters, and where it starts. The processors that are changed must not be running.
///
/// Every call takes part in the current transaction, if there is one.
public final class ProcessorStates {

  private final JdbcClient database;
  private final TransactionTemplate transaction;

  public ProcessorStates(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /// Gives a processor the segments and tokens of another, in place of its own. No node has claimed them.
  public void copyTokens(String from, String to) {
    transaction.executeWithoutResult(
        _ -> {
          forgetTokens(to);
          database
              .sql(
                  """
                  INSERT INTO event_store.token (processor, segment, token, token_type, touched_at)
                  SELECT :to, segment, token, token_type, clock_timestamp()
                  FROM event_store.token WHERE processor = :from
                  """)
              .param("from", from)
              .param("to", to)
              .update();
        });
  }

  /// Gives a processor the dead letters of another, in place of its own. It shows what the other has made, and nothing
  /// of lost events any more.
  public void handOverDeadLetters(String from, String to) {
    transaction.executeWithoutResult(
        _ -> {
          forgetDeadLetters(to);
          unmarkStale(to);
          database
              .sql("UPDATE event_store.dead_letter SET processor = :to WHERE processor = :from")
              .param("from", from)
              .param("to", to)
              .update();
        });
  }

  /// Deletes the tokens and dead letters of a processor that is needed no more.
  public void forget(String processor) {
    transaction.executeWithoutResult(
        _ -> {
          forgetTokens(processor);
          forgetDeadLetters(processor);
        });
  }

  /// How many events a processor has parked, and those that wait behind them.
  public long deadLetters(String processor) {
    return database
        .sql("SELECT count(*) FROM event_store.dead_letter WHERE processor = ?")
        .param(processor)
        .query(Long.class)
        .single();
  }

  /// Has processors begin with the event behind this position when they next start, wherever they have been.
  public void startBehind(long position, Collection<String> processors) {
    transaction.executeWithoutResult(
        _ -> processors.forEach(processor -> startBehind(position, processor)));
  }

  private void startBehind(long position, String processor) {
    forgetTokens(processor);
    database
        .sql(
            """
            INSERT INTO event_store.processor_start (processor, position) VALUES (?, ?)
            ON CONFLICT (processor) DO UPDATE SET position = excluded.position
            """)
        .params(processor, position)
        .update();
  }

  /// The position behind which a processor begins that has no token yet. Empty if nobody has said so.
  public OptionalLong startOf(String processor) {
    return database
        .sql("SELECT position FROM event_store.processor_start WHERE processor = ?")
        .param(processor)
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /// A processor has handled events up to this position that were lost: what it shows, or has done, may be no more.
  public void markStale(String processor, long position) {
    database
        .sql(
            """
            INSERT INTO event_store.stale_processor (processor, position) VALUES (?, ?)
            ON CONFLICT (processor) DO UPDATE
            SET position = greatest(stale_processor.position, excluded.position)
            """)
        .params(processor, position)
        .update();
  }

  /// It was rebuilt, or somebody has put right what it has done.
  public void unmarkStale(String processor) {
    database
        .sql("DELETE FROM event_store.stale_processor WHERE processor = ?")
        .param(processor)
        .update();
  }

  /// The processors that have handled lost events.
  public Set<String> stale() {
    return database
        .sql("SELECT processor FROM event_store.stale_processor")
        .query(String.class)
        .set();
  }

  private void forgetTokens(String processor) {
    database.sql("DELETE FROM event_store.token WHERE processor = ?").param(processor).update();
  }

  private void forgetDeadLetters(String processor) {
    database
        .sql("DELETE FROM event_store.dead_letter WHERE processor = ?")
        .param(processor)
        .update();
  }
}
