package io.daybook.query.graphql;

import io.daybook.eventstore.Positions;
import java.util.Collection;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/// Asks the processors of the projections. One that has no segment on this node, or has not started,
/// covers nothing: rather no answer than an old one.
@Component
class ProcessorProgress implements Progress {
  private static final String PROJECTION = "projection-";

  private final EventProcessingConfiguration processing;
  private final Positions positions;

  ProcessorProgress(EventProcessingConfiguration processing, Positions positions) {
    this.processing = processing;
    this.positions = positions;
  }

  @Override
  public boolean covers(long position) {
    return processing.eventProcessors().entrySet().stream()
        .filter(processor -> processor.getKey().startsWith(PROJECTION))
        .map(processor -> ((StreamingEventProcessor) processor.getValue()).processingStatus())
        .allMatch(segments -> covers(segments.values(), position));
  }

  private boolean covers(Collection<EventTrackerStatus> segments, long position) {
    return !segments.isEmpty()
        && segments.stream()
            .allMatch(segment -> positions.covers(segment.getTrackingToken(), position));
  }
}
