package io.daybook.saga;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;

/// How the processors of processes run.
public final class Processors {
  private Processors() {}

  /// A thread for each segment, because a process waits for the commands that it sends. Small
  /// batches, because a whole batch is repeated when one of its events fails. From the first event
  /// on, because a process that is started later must handle the earlier events as well.
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
