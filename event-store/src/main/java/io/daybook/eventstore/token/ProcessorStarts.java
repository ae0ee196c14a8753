package io.daybook.eventstore.token;

import java.util.Collection;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Where processors begin that shall not begin where they would by themselves: what acts on the outside
/// must not act again on events that another program has handled.
public final class ProcessorStarts {

  private final JdbcClient database;
  private final TransactionTemplate transaction;

  public ProcessorStarts(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /// These processors, which do not run, begin with the event behind this position when they start next,
  /// wherever they have been.
  public void behind(long position, Collection<String> processors) {
    transaction.executeWithoutResult(
        status -> processors.forEach(processor -> behind(position, processor)));
  }

  private void behind(long position, String processor) {
    database.sql("DELETE FROM event_store.token WHERE processor = ?").param(processor).update();
    database
        .sql(
            """
            INSERT INTO event_store.processor_start (processor, position) VALUES (?, ?)
            ON CONFLICT (processor) DO UPDATE SET position = excluded.position
            """)
        .params(processor, position)
        .update();
  }

  /// Empty for a processor that begins where it likes.
  OptionalLong of(String processor) {
    return database
        .sql("SELECT position FROM event_store.processor_start WHERE processor = ?")
        .param(processor)
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }
}
