package io.daybook.eventstore;

import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Where an event stands in the one order of the store, counted from 1.
public interface Positions {

  /// Whether events of this unit of work are there to be appended, or have been.
  boolean isWriting(UnitOfWork<?> unitOfWork);

  /// The position of the last event that this unit of work appended; empty when it appended none, or
  /// not yet: events are appended when it commits.
  OptionalLong written(UnitOfWork<?> unitOfWork);

  /// The last committed position, 0 in an empty store.
  long head();

  /// The position of a stream's last event, 0 if it has none.
  long lastOf(String stream);

  /// Whether a processor with this token has handled the event at this position. An event that was
  /// overtaken by a later one and is still open does not count as handled.
  boolean covers(@Nullable TrackingToken token, long position);
}
