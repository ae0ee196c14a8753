package io.daybook.eventstore;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds dead letters behind which later events of their streams were not parked, as earlier programs left them behind
/// a swap of a rebuilt projection: what the processor has made of the later events may be wrong.
public final class OvertakenLetters {

  private static final String SQL =
      """
      SELECT DISTINCT first.sequence_id, type.name
      FROM (SELECT DISTINCT ON (sequence_id) sequence_id, stream, sequence
            FROM event_store.dead_letter WHERE processor = :processor
            ORDER BY sequence_id, sequence_index) AS first
      JOIN event_store.event AS later
        ON later.stream = first.stream AND later.sequence > first.sequence
      JOIN event_store.event_type AS type ON type.id = later.type_id
      WHERE later.position <= :position AND NOT EXISTS (
        SELECT FROM event_store.dead_letter AS waiting
        WHERE waiting.processor = :processor AND waiting.sequence_id = first.sequence_id
          AND waiting.event_id = later.event_id::text)
      ORDER BY first.sequence_id, type.name
      """;

  private final JdbcClient database;

  public OvertakenLetters(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  /// @param type the stored name of a later event that is no letter. It is harmless if the processor has no handler
  ///     for it
  public record Overtaken(String sequence, String type) {}

  /// @param position up to which the processor has come
  public List<Overtaken> of(String processor, long position) {
    return database
        .sql(SQL)
        .param("processor", processor)
        .param("position", position)
        .query((row, _) -> new Overtaken(row.getString(1), row.getString(2)))
        .list();
  }
}
