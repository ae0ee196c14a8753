package io.daybook.query.rebuild;

import io.daybook.eventstore.StoredTokens;
import io.daybook.eventstore.batch.BatchInterceptor;
import io.daybook.eventstore.batch.PromptCoordinator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// The handlers of a projection under a processor of another name, writing into its [Shadow].
final class ShadowProcessor implements AutoCloseable {
  private static final int BATCH = 1024;

  private final Shadow shadow;
  private final ProcessorParts parts;
  private final DeadLetteringEventHandlerInvoker handlers;
  private final BatchInterceptor batches;
  private final ScheduledExecutorService coordinator;
  private final ScheduledExecutorService workers;
  private final PooledStreamingEventProcessor processor;

  ShadowProcessor(Shadow shadow, ProcessorParts parts) {
    this.shadow = shadow;
    this.parts = parts;
    this.handlers = parts.handlers(shadow);
    this.batches =
        new BatchInterceptor(
            parts.database(),
            shadow.schema(),
            (event, _) -> handlers.handle(event, segmentOf(event)));
    this.coordinator = new PromptCoordinator(shadow.processor());
    this.workers =
        Executors.newScheduledThreadPool(
            ProcessorParts.SEGMENTS,
            Thread.ofPlatform().daemon().name(shadow.processor() + "-", 0).factory());
    this.processor = processor();
  }

  private PooledStreamingEventProcessor processor() {
    PooledStreamingEventProcessor built =
        PooledStreamingEventProcessor.builder()
            .name(shadow.processor())
            .eventHandlerInvoker(new MultiEventHandlerInvoker(handlers))
            .messageSource(parts.events())
            .tokenStore(parts.tokens())
            .transactionManager(parts.transactions())
            .batchSize(BATCH)
            .coordinatorExecutor(coordinator)
            .workerExecutor(workers)
            .build();
    built.registerHandlerInterceptor(batches);
    return built;
  }

  void start() {
    processor.start();
  }

  /// What was begun is finished, and written.
  void stop() {
    processor.shutDown();
  }

  /// That of the slowest segment; nothing is known of one that has just been claimed.
  long position() {
    Map<Integer, EventTrackerStatus> segments = processor.processingStatus();
    return segments.size() < parts.stored().of(shadow.processor()).size()
        ? 0
        : segments.values().stream()
            .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
            .min()
            .orElse(0);
  }

  /// Handles exactly those events that the tables that serve have seen and these have not. It must stand
  /// still, and those who write the others as well.
  ///
  /// @return false if these have seen one that the others have not
  boolean catchUp() throws Exception {
    Progress here = Progress.of(parts.stored(), shadow.processor());
    Progress there = Progress.of(parts.stored(), shadow.live());
    List<TrackedEventMessage<?>> missing = new ArrayList<>();
    long last = Math.max(here.last(), there.last());
    try (BlockingStream<TrackedEventMessage<?>> stream =
        parts
            .events()
            .openStream(new GlobalSequenceTrackingToken(Math.min(here.first(), there.first())))) {
      while (stream.hasNextAvailable()) {
        TrackedEventMessage<?> event = stream.nextAvailable();
        if (event.trackingToken().position().orElse(0) > last) {
          break;
        }
        if (handlers.canHandle(event, Segment.ROOT_SEGMENT)) {
          boolean seenHere = here.covers(event, handlers);
          boolean seenThere = there.covers(event, handlers);
          if (seenHere && !seenThere) {
            return false;
          }
          if (seenThere && !seenHere) {
            missing.add(event);
          }
        }
      }
    }
    for (int from = 0; from < missing.size(); from += BATCH) {
      handle(missing.subList(from, Math.min(missing.size(), from + BATCH)));
    }
    shadow.takePosition();
    return true;
  }

  private void handle(List<TrackedEventMessage<?>> events) {
    UnitOfWork<TrackedEventMessage<?>> unit = new BatchingUnitOfWork<>(events);
    unit.attachTransaction(parts.transactions());
    unit.executeWithResult(
            () ->
                new DefaultInterceptorChain<EventMessage<?>>(
                        unit,
                        List.of(batches),
                        event -> {
                          handlers.handle(event, segmentOf(event));
                          return null;
                        })
                    .proceed())
        .getPayload();
  }

  private Segment segmentOf(EventMessage<?> event) {
    return Progress.of(parts.stored(), shadow.processor()).segmentOf(event, handlers);
  }

  @Override
  public void close() {
    stop();
    coordinator.shutdown();
    workers.shutdown();
  }

  /// How far the segments of a processor are, as it is stored.
  private record Progress(Map<Integer, TrackingToken> tokens, List<Segment> segments) {
    static Progress of(StoredTokens stored, String processor) {
      Map<Integer, TrackingToken> tokens = stored.of(processor);
      int[] numbers = tokens.keySet().stream().mapToInt(Integer::intValue).toArray();
      return new Progress(
          tokens,
          tokens.keySet().stream().map(number -> Segment.computeSegment(number, numbers)).toList());
    }

    long first() {
      return tokens.values().stream().mapToLong(Progress::position).min().orElse(0);
    }

    long last() {
      return tokens.values().stream().mapToLong(Progress::position).max().orElse(0);
    }

    boolean covers(TrackedEventMessage<?> event, DeadLetteringEventHandlerInvoker handlers) {
      @Nullable TrackingToken token = tokens.get(segmentOf(event, handlers).getSegmentId());
      return token != null && position(token) >= event.trackingToken().position().orElse(0);
    }

    Segment segmentOf(EventMessage<?> event, DeadLetteringEventHandlerInvoker handlers) {
      return segments.stream()
          .filter(segment -> handlers.canHandle(event, segment))
          .findFirst()
          .orElseThrow();
    }

    private static long position(TrackingToken token) {
      return token.position().orElse(0);
    }
  }
}
