package io.daybook.saga.process;

import io.daybook.eventstore.Failures;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles the deliveries of one transaction, and parks the processes that fail, so that the others go on. What fails
/// because the store or the database is away fails the transaction, which is then repeated.
final class ParkingHandling<S> {
  private static final Logger log = LoggerFactory.getLogger(ParkingHandling.class);

  private final String type;
  private final ProcessHandling<S> handling;
  private final ParkedProcesses parked;

  /// PostgreSQL has refused what a transaction wanted to store. The next one stores its processes one by one.
  private volatile boolean careful;

  /// @param type its stored name
  ParkingHandling(String type, ProcessHandling<S> handling, ParkedProcesses parked) {
    this.type = type;
    this.handling = handling;
    this.parked = parked;
  }

  void handle(Set<ProcessKey> processes, List<Delivery> deliveries) throws Exception {
    Set<ProcessKey> others = new LinkedHashSet<>(processes);
    others.removeIf(process -> parked.parkBehind(process, deliveries));
    handleAndSave(others, deliveries).forEach((process, why) -> park(process, deliveries, why));
  }

  private void park(ProcessKey process, List<Delivery> deliveries, Exception why) {
    log.warn("Process {} of {} is parked", process.sagaId(), type, why);
    parked.park(process, deliveries, why);
  }

  /// A deadline, which the agenda repeats when it fails.
  ///
  /// @throws IllegalStateException while messages of the process are among the dead letters
  void handleDeadline(ProcessKey process, Delivery deadline) throws Exception {
    if (parked.holds(process)) {
      throw new IllegalStateException(
          "%s of %s has dead letters, and its deadlines wait".formatted(process.sagaId(), type));
    }
    ProcessHandling.Outcome<S> outcome = handling.handle(List.of(process), List.of(deadline));
    for (Exception failure : outcome.failures().values()) {
      throw failure;
    }
    handling.save(outcome);
  }

  /// A letter, for the processes that it concerns.
  EnqueueDecision<EventMessage<?>> handleLetter(Set<ProcessKey> processes, Delivery letter) {
    try {
      careful = true;
      for (Exception failure : handleAndSave(processes, List.of(letter)).values()) {
        throw failure;
      }
      return Decisions.evict();
    } catch (Exception e) {
      log.warn("A letter of {} could not be handled", type, e);
      return Decisions.enqueue(ThrowableCause.truncated(e));
    }
  }

  /// @return the processes that failed through their own fault
  private Map<ProcessKey, Exception> handleAndSave(
      Set<ProcessKey> processes, List<Delivery> deliveries) throws Exception {
    ProcessHandling.Outcome<S> outcome = handling.handle(processes, deliveries);
    Map<ProcessKey, Exception> failures = new LinkedHashMap<>(outcome.failures());
    requireNoneTransient(failures);
    Map<ProcessKey, Exception> unsaved = save(outcome);
    requireNoneTransient(unsaved);
    failures.putAll(unsaved);
    return failures;
  }

  private static void requireNoneTransient(Map<ProcessKey, Exception> failures) throws Exception {
    for (Exception failure : failures.values()) {
      if (Failures.isTransient(failure)) {
        throw failure;
      }
    }
  }

  private Map<ProcessKey, Exception> save(ProcessHandling.Outcome<S> outcome) {
    if (careful) {
      Map<ProcessKey, Exception> failures = handling.saveOneByOne(outcome);
      careful = false;
      return failures;
    }
    try {
      handling.save(outcome);
      return Map.of();
    } catch (RuntimeException e) {
      careful = true;
      throw e;
    }
  }
}
