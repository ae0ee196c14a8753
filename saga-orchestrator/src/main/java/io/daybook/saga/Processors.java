package io.daybook.saga;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;

/// How the processors of processes run.
public final class Processors {
  private Processors() {}

  /// A thread per segment, because a process waits for what it sends; small batches, because all of a
  /// batch is done again when one of its events fails; and from the first event on, because a process
  /// that starts late must still do what was asked before.
  public static PooledStreamingProcessorConfiguration of(int segments, int batchSize) {
    return (axon, processor) ->
        processor
            .initialSegmentCount(segments)
            .batchSize(batchSize)
            .initialToken(StreamableMessageSource::createTailToken)
            .enableCoordinatorClaimExtension()
            .workerExecutor(name -> threads(axon, name, segments));
  }

  private static ScheduledExecutorService threads(Configuration axon, String name, int segments) {
    ScheduledExecutorService threads =
        Executors.newScheduledThreadPool(
            segments, Thread.ofVirtual().name(name + "-", 0).factory());
    axon.onShutdown(threads::shutdown);
    return threads;
  }
}
