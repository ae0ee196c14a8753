package io.daybook.eventstore.autoconfigure;

import java.util.Optional;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// When two segments of a processor are merged that have not come equally far, Axon delivers the events between both
/// positions to the merged segment, also those that one of the two has handled already. Here each event goes to the
/// handlers once: the token says which half is new to it, and the event's sequence which half it belongs to.
///
/// An event that handlers claim for both halves, as those of Axon's sagas do, is delivered again.
record AfterMerge(ProcessorRedelivery processor)
    implements MessageHandlerInterceptor<EventMessage<?>> {

  @Override
  public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
      throws Exception {
    return isHandled(unit.getMessage(), unit) ? null : chain.proceed();
  }

  boolean isHandled(EventMessage<?> event, UnitOfWork<?> unit) {
    if (!(event instanceof TrackedEventMessage<?> tracked)) {
      return false;
    }
    Optional<MergedTrackingToken> merged =
        WrappedToken.unwrap(tracked.trackingToken(), MergedTrackingToken.class);
    return merged.isPresent() && !isNew(event, merged.get(), processor.segment(unit));
  }

  /// Where neither half has moved on it is not known, and the event counts as new.
  private boolean isNew(EventMessage<?> event, MergedTrackingToken token, Segment segment) {
    boolean lower = token.isLowerSegmentAdvanced();
    boolean upper = token.isUpperSegmentAdvanced();
    Segment[] halves = segment.split();
    return !lower && !upper
        || lower && isNewIn(event, token.lowerSegmentToken(), halves[0])
        || upper && isNewIn(event, token.upperSegmentToken(), halves[1]);
  }

  private boolean isNewIn(EventMessage<?> event, @Nullable TrackingToken token, Segment half) {
    EventHandlerInvoker handlers = processor.handlers();
    return handlers.canHandle(event, half)
        && (!(token instanceof MergedTrackingToken merged) || isNew(event, merged, half));
  }
}
