package io.daybook.eventstore.autoconfigure;

import static java.util.Objects.requireNonNull;

import io.daybook.eventstore.batch.BatchInterceptor;
import org.axonframework.config.Configuration;
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
    PooledStreamingEventProcessor pooled =
        axon.eventProcessingConfiguration()
            .eventProcessor(processor, PooledStreamingEventProcessor.class)
            .orElseThrow();
    pooled.eventHandlerInvoker().handle(event, segment(pooled, unit));
  }

  /// A segment that is just being released has no status; its unit of work is rolled back.
  private Segment segment(PooledStreamingEventProcessor pooled, UnitOfWork<?> unit) {
    Integer number = unit.getResource("Processor[" + processor + "]/SegmentId");
    @Nullable EventTrackerStatus status = pooled.processingStatus().get(requireNonNull(number));
    return requireNonNull(status, "The segment is being released").getSegment();
  }
}
