package io.daybook.query.graphql;

import io.daybook.eventstore.Positions;
import io.daybook.eventstore.StoredTokens;
import java.util.Collection;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/// Asks the processors of the projections; of those that are not, or not wholly, at work on this node the
/// stored tokens, which are written in one transaction with the rows.
@Component
class ProcessorProgress implements ProjectionProgress {
  private static final String PROJECTION = "projection-";

  private final EventProcessingConfiguration processing;
  private final Positions positions;
  private final StoredTokens stored;

  ProcessorProgress(
      EventProcessingConfiguration processing, Positions positions, StoredTokens stored) {
    this.processing = processing;
    this.positions = positions;
    this.stored = stored;
  }

  @Override
  public boolean covers(long position) {
    return processing.eventProcessors().entrySet().stream()
        .filter(processor -> processor.getKey().startsWith(PROJECTION))
        .allMatch(
            processor ->
                covers(
                    processor.getKey(), (StreamingEventProcessor) processor.getValue(), position));
  }

  private boolean covers(String name, StreamingEventProcessor processor, long position) {
    Collection<EventTrackerStatus> here = processor.processingStatus().values();
    return isWhole(here)
        ? here.stream().allMatch(it -> positions.covers(it.getTrackingToken(), position))
        : isStored(stored.of(name).values(), position);
  }

  private boolean isStored(Collection<TrackingToken> tokens, long position) {
    return !tokens.isEmpty() && tokens.stream().allMatch(it -> positions.covers(it, position));
  }

  /// A segment with n bits in its mask has one of 2^n shares of the events.
  private static boolean isWhole(Collection<EventTrackerStatus> segments) {
    return segments.stream().mapToDouble(it -> 1.0 / (it.getSegment().getMask() + 1.0)).sum() == 1;
  }
}
