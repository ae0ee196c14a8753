package io.daybook.eventstore.autoconfigure;

import static java.util.Objects.requireNonNull;

import io.daybook.eventstore.batch.BatchInterceptor;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Hands an event to the handlers of a processor a second time, as the processor itself does: for the segment of
/// the unit of work, and with its dead-letter queue.
///
/// @param processor its name
record ProcessorRedelivery(Configuration axon, String processor)
    implements BatchInterceptor.Redelivery {

  @Override
  public void handle(EventMessage<?> event, UnitOfWork<?> unit) throws Exception {
    if (!new AfterMerge(this).isHandled(event, unit)) {
      handlers().handle(event, segment(unit));
    }
  }

  EventHandlerInvoker handlers() {
    return pooled().eventHandlerInvoker();
  }

  private PooledStreamingEventProcessor pooled() {
    return axon.eventProcessingConfiguration()
        .eventProcessor(processor, PooledStreamingEventProcessor.class)
        .orElseThrow();
  }

  /// Axon knows the status of a segment only after its first batch; until then the stored segments tell.
  Segment segment(UnitOfWork<?> unit) {
    Integer number = requireNonNull(unit.getResource("Processor[" + processor + "]/SegmentId"));
    @Nullable EventTrackerStatus status = pooled().processingStatus().get(number);
    return status == null
        ? Segment.computeSegment(
            number,
            axon.eventProcessingConfiguration().tokenStore(processor).fetchSegments(processor))
        : status.getSegment();
  }
}
