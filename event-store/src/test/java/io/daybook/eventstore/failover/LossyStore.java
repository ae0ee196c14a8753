package io.daybook.eventstore.failover;

import com.example.lamp.ForeignNode;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store that loses its last events, as a failover does to it, under sessions that stay.
record LossyStore(JdbcClient database) {

  static LossyStore of(DataSource database) {
    return new LossyStore(JdbcClient.create(database));
  }

  /// @param last the position of the last event that stays
  void loseBehind(long last) {
    database
        .sql(
            """
            WITH lost AS (DELETE FROM event_store.event WHERE position > :last)
            UPDATE event_store.head SET position = :last
            """)
        .param("last", last)
        .update();
  }

  /// As a node does that has never seen the lost events.
  void append(String lamp, long firstSequence, int events) {
    ForeignNode node = new ForeignNode(database);
    for (int i = 0; i < events; i++) {
      node.append(
          lamp,
          firstSequence + i,
          "lamp.LampLit",
          "2",
          "{\"lamp\":\"%s\",\"brightness\":%d}".formatted(lamp, i));
    }
  }
}
