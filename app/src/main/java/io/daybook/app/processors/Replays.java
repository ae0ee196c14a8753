package io.daybook.app.processors;

import io.daybook.eventstore.ProcessorStates;
import io.daybook.kernel.Rejection;
import io.daybook.query.rebuild.Purpose;
import io.daybook.query.rebuild.Rebuilds;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Rebuilds one projection while everything else goes on: beside the one that serves, or in its place.
///
/// What is remembered here of a replay in place is only how the operator follows it: that the projection is being
/// rebuilt, and from where, is in its stored token, so a replay that is cut off goes on by itself.
@Component
class Replays {
  private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final Processors processors;
  private final Rebuilds rebuilds;
  private final TransactionManager transactions;
  private final ProcessorStates states;
  private final Map<String, Replay> latest = new ConcurrentHashMap<>();

  Replays(
      Processors processors,
      Rebuilds rebuilds,
      TransactionManager transactions,
      ProcessorStates states) {
    this.processors = processors;
    this.rebuilds = rebuilds;
    this.transactions = transactions;
    this.states = states;
  }

  /// @param wished absent for the best that the projection can do
  synchronized ReplayProgress start(String name, @Nullable ReplayMode wished) {
    StreamingEventProcessor processor = replayable(name);
    String projection = processor.getName();
    Replay before = latest.get(projection);
    if (before != null && before.isRunning() || rebuilds.open(projection).isPresent()) {
      throw running(projection);
    }
    boolean beside = rebuilds.canRebuild(projection);
    ReplayMode mode = wished != null ? wished : beside ? ReplayMode.SWAP : ReplayMode.IN_PLACE;
    if (mode != ReplayMode.IN_PLACE && !beside) {
      throw Rejection.of(AdminRejection.REPLAY_IN_PLACE_ONLY).with("mode", mode, "in-place");
    }
    return mode.purpose()
        .map(purpose -> rebuild(projection, purpose))
        .orElseGet(() -> inPlace(processor));
  }

  private ReplayProgress rebuild(String projection, Purpose purpose) {
    return rebuilds
        .start(projection, purpose)
        .map(ReplayProgress::of)
        .orElseThrow(() -> running(projection));
  }

  /// One that is kept has nobody who waits for it, and its id may have scrolled away long ago.
  private Rejection running(String projection) {
    Rejection running =
        Rejection.of(AdminRejection.REPLAY_RUNNING).with("projection", projection, "one at a time");
    return rebuilds
        .open(projection)
        .map(
            open ->
                running.with(
                    "replay", open.id(), "is " + open.phase() + "; DELETE /replays/{id} drops it"))
        .orElse(running);
  }

  private ReplayProgress inPlace(StreamingEventProcessor processor) {
    String projection = processor.getName();
    long target = processors.head();
    long discarded = reset(processor);
    Replay replay = new Replay(UUID.randomUUID().toString(), projection, target, discarded);
    latest.put(projection, replay);
    LOG.info("Replay begins: {}", replay.progress());
    Thread.ofVirtual().name("replay-" + projection).start(() -> follow(replay, processor));
    return replay.progress();
  }

  ReplayProgress progress(String id) {
    return rebuilds.find(id).map(ReplayProgress::of).orElseGet(() -> found(id).progress());
  }

  /// What is rebuilt beside is dropped. In place, it stops the processor where it is. Its token says that it is being replayed, so it goes on from
  /// there when the program starts the next time, or all over when a replay is started again.
  synchronized ReplayProgress cancel(String id) {
    return rebuilds.cancel(id).map(ReplayProgress::of).orElseGet(() -> cancelInPlace(id));
  }

  private ReplayProgress cancelInPlace(String id) {
    Replay replay = found(id);
    if (replay.isRunning()) {
      replay.cancel();
      processors.named(replay.projection()).ifPresent(StreamingEventProcessor::shutDown);
      LOG.info("The replay of {} was cancelled; it goes on at the next start", replay.projection());
    }
    return replay.progress();
  }

  /// Whether a processor stands still because an operator wanted it so.
  boolean isPaused(String processor) {
    Replay replay = latest.get(processor);
    return replay != null && replay.progress().state() == ReplayProgress.State.CANCELLED;
  }

  private StreamingEventProcessor replayable(String name) {
    if (processors.named(name).filter(it -> !Processors.isProjection(it.getName())).isPresent()) {
      throw Rejection.of(AdminRejection.NOT_REPLAYABLE).with("name", name, "a projection");
    }
    return processors
        .projection(name)
        .orElseThrow(
            () ->
                Rejection.of(AdminRejection.PROCESSOR_NOT_FOUND)
                    .with("name", name, "a projection"));
  }

  private long reset(StreamingEventProcessor processor) {
    processor.shutDown();
    try {
      return transactions.fetchInTransaction(
          () -> {
            long discarded = discardDeadLetters(processor.getName());
            processor.resetTokens(StreamableMessageSource::createTailToken);
            states.unmarkStale(processor.getName());
            return discarded;
          });
    } catch (UnableToClaimTokenException e) {
      throw Rejection.of(AdminRejection.SEGMENT_ELSEWHERE)
          .with("projection", processor.getName(), "one node");
    } finally {
      processor.start();
    }
  }

  /// A letter left behind would hold back the replayed events of its sequence, and with them that
  /// part of the view. Nothing is lost: the replay brings the letters' events again.
  private long discardDeadLetters(String processor) {
    return processors
        .deadLetters(processor)
        .map(
            queue -> {
              long size = queue.size();
              queue.clear();
              return size;
            })
        .orElse(0L);
  }

  private void follow(Replay replay, StreamingEventProcessor processor) {
    try {
      while (replay.isRunning()) {
        Thread.sleep(INTERVAL);
        replay.reached(processors.progression(processor).position());
      }
      LOG.info("Replay ended: {}", replay.progress());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Replay found(String id) {
    return latest.values().stream()
        .filter(replay -> replay.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> Rejection.of(AdminRejection.REPLAY_NOT_FOUND).with("id", id, "a known replay"));
  }
}
