package io.daybook.query.rebuild;

import io.daybook.eventstore.Positions;
import io.daybook.query.projection.Projection;
import io.daybook.query.rebuild.RebuildState.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Starts rebuilds, and continues those that were interrupted: its own after a restart, and those of a node that
/// has stopped.
@Component
public class Rebuilds implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Map<String, Projection> projections = new ConcurrentHashMap<>();
  private final Map<String, Thread> running = new ConcurrentHashMap<>();
  private final RebuildTable table;
  private final ProcessorParts parts;
  private final Positions positions;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private volatile @Nullable Thread watch;

  Rebuilds(
      List<Projection> projections,
      RebuildTable table,
      ProcessorParts parts,
      Positions positions,
      JdbcClient database) {
    projections.forEach(projection -> this.projections.put(projection.group(), projection));
    this.table = table;
    this.parts = parts;
    this.positions = positions;
    this.database = database;
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(parts.database()));
  }

  /// Whether it keeps tables that can be rebuilt beside those that serve.
  ///
  /// @param projection the name of its processor
  public boolean canRebuild(String projection) {
    return projections.containsKey(projection);
  }

  /// Empty if one of this projection is running, or kept, already.
  public Optional<RebuildState> start(String projection, Purpose purpose) {
    Shadow shadow = shadow(projection);
    try {
      RebuildState begun =
          transaction.execute(
              _ -> {
                RebuildState state = table.insert(projection, purpose, positions.head());
                shadow.create();
                parts.initialize(shadow);
                return state;
              });
      return Optional.ofNullable(begun).map(this::run);
    } catch (DuplicateKeyException e) {
      log.debug("A rebuild of {} is there already", projection, e);
      return Optional.empty();
    }
  }

  /// Whether one is running, or kept.
  public Optional<RebuildState> open(String projection) {
    return table.open(projection);
  }

  public Optional<RebuildState> find(String id) {
    return table.find(id);
  }

  /// Drops what was rebuilt. What serves is not touched.
  public Optional<RebuildState> cancel(String id) {
    Optional<RebuildState> state = table.find(id);
    if (state.isPresent() && !table.cancel(id)) {
      drop(state.get());
    }
    return table.find(id);
  }

  /// With its end in one transaction, so that none that is begun afterwards is meant.
  private void drop(RebuildState cancelled) {
    transaction.executeWithoutResult(
        _ -> {
          shadow(cancelled.projection()).drop();
          table.cancelled(cancelled.id());
        });
  }

  private RebuildState run(RebuildState state) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("rebuild-" + state.projection())
            .unstarted(() -> work(state));
    running.put(state.id(), thread);
    thread.start();
    return state;
  }

  private void work(RebuildState state) {
    Shadow shadow = shadow(state.projection());
    log.info("Rebuild of {} goes on at {}", state.projection(), state.position());
    try {
      if (state.phase() == Phase.CANCELLING) {
        drop(state);
      } else {
        new Rebuild(state, shadow, table, parts, positions::head).run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the program ends: the next one goes on
    } catch (Rebuild.Lost e) {
      dropIfCancelled(state);
    } catch (TransientDataAccessException
        | DataAccessResourceFailureException
        | TransactionException e) {
      log.warn("The rebuild of {} will be continued later", state.projection(), e);
    } catch (Exception e) {
      fail(state, shadow, e);
    } finally {
      running.remove(state.id(), Thread.currentThread());
    }
  }

  private void fail(RebuildState state, Shadow shadow, Exception failure) {
    if (watch == null) {
      log.info("The rebuild of {} will be continued later", state.projection(), failure);
      return;
    }
    log.error("The rebuild of {} failed", state.projection(), failure);
    transaction.executeWithoutResult(
        _ -> {
          if (table.end(state.id(), Phase.FAILED, failure.toString())) {
            shadow.drop();
          }
        });
  }

  private void dropIfCancelled(RebuildState state) {
    boolean cancelled =
        table.find(state.id()).filter(it -> it.phase() == Phase.CANCELLING).isPresent();
    log.info("Rebuild of {} {}", state.projection(), cancelled ? "cancelled" : "taken over");
    if (cancelled) {
      drop(state);
    }
  }

  private Shadow shadow(String projection) {
    Projection found = projections.get(projection);
    if (found == null) {
      throw new IllegalArgumentException("No projection with tables of its own: " + projection);
    }
    return new Shadow(database, parts.states(), found);
  }

  /// Renews the lease of this node's rebuilds and takes over those whose lease has expired.
  private void look() {
    try {
      running.keySet().forEach(id -> table.touch(id, 0));
      table.takeOver().forEach(this::run);
    } catch (DataAccessException e) {
      log.warn("Looking for rebuilds is put off: {}", e.getMessage());
    }
  }

  private void watch() {
    try {
      while (watch == Thread.currentThread()) {
        look();
        TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    Thread thread = Thread.ofPlatform().daemon().name("rebuild-watch").unstarted(this::watch);
    watch = thread;
    thread.start();
  }

  /// Releases the rebuilds of this node, so that another node, or this one after its restart, continues them.
  @Override
  public void stop() {
    Thread watching = watch;
    watch = null;
    if (watching != null) {
      watching.interrupt();
    }
    List<Thread> threads = List.copyOf(running.values());
    threads.forEach(Thread::interrupt);
    threads.forEach(Rebuilds::join);
    table.release();
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return watch != null;
  }
}
