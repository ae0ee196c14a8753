package io.daybook.eventstore.postgres;

import io.daybook.eventstore.Positions;
import io.daybook.eventstore.append.AppendedPosition;
import io.daybook.eventstore.read.EventRows;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Positions of the event table, which have no gaps and are committed in their order.
public record JdbcPositions(EventRows rows) implements Positions {

  @Override
  public boolean isWriting(UnitOfWork<?> unitOfWork) {
    return AppendedPosition.isExpectedOf(unitOfWork);
  }

  @Override
  public OptionalLong written(UnitOfWork<?> unitOfWork) {
    return AppendedPosition.of(unitOfWork);
  }

  @Override
  public long head() {
    return rows.head();
  }

  @Override
  public long lastOf(String stream) {
    return rows.lastOf(stream);
  }

  @Override
  public boolean covers(@Nullable TrackingToken token, long position) {
    return switch (WrappedToken.unwrapLowerBound(token)) {
      case null -> position <= 0;
      case GlobalSequenceTrackingToken reached -> reached.getGlobalIndex() >= position;
      case TrackingToken other ->
          throw new IllegalArgumentException("Not a token of this store: " + other);
    };
  }
}
