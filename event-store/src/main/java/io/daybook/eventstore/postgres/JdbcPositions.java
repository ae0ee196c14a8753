package io.daybook.eventstore.postgres;

import io.daybook.eventstore.Positions;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Positions in the event table, and Axon's tokens that know which of them are still open.
public final class JdbcPositions implements Positions {

  private final JdbcClient database;

  public JdbcPositions(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  @Override
  public OptionalLong written(UnitOfWork<?> unitOfWork) {
    return Written.in(unitOfWork);
  }

  @Override
  public long head() {
    return database
        .sql("SELECT coalesce(max(position), 0) FROM event_store.event")
        .query(Long.class)
        .single();
  }

  @Override
  public boolean covers(@Nullable TrackingToken token, long position) {
    return switch (WrappedToken.unwrapLowerBound(token)) {
      case null -> position <= 0;
      case GapAwareTrackingToken reached ->
          reached.getIndex() >= position && !reached.getGaps().contains(position);
      case TrackingToken other ->
          throw new IllegalArgumentException("Not a token of this store: " + other);
    };
  }
}
