package io.daybook.eventstore.token;

import io.daybook.eventstore.read.Timeline;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Makes sure that the events that were read for a claimed segment are still those of the store.
record SameEvents(DataSource database, Timeline timeline, LastTokens last) {

  /// @throws UnableToClaimTokenException if events were lost since the segment was claimed
  void require(String processor, int segment, Optional<LastTokens.Known> claimed) {
    compareSession();
    if (claimed.isPresent() && claimed.get().changes() != timeline.changes()) {
      throw new UnableToClaimTokenException(
          "Events of the store were lost since segment %d of %s was claimed"
              .formatted(segment, processor));
    }
  }

  void require(String processor, int segment) {
    require(processor, segment, last.of(processor, segment));
  }

  /// Before a segment is claimed.
  ///
  /// @return the changes of the timeline as of the claim
  long settled() {
    compareSession();
    timeline.requireSettled();
    return timeline.changes();
  }

  /// The session of the current transaction, where there is one, may be the first with another server.
  private void compareSession() {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      timeline.compareOnce(connection);
    } catch (SQLException e) {
      throw new EventStoreException("The event store cannot be read", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }
}
