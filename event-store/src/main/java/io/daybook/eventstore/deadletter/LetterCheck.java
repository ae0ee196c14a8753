package io.daybook.eventstore.deadletter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Holds the order of every sequence, whoever parks its events: before a processor's transaction commits, none of the
/// sequences that it has handled may have a dead letter that it did not know of.
///
/// Mostly a processor has no letter at all. Then it takes that for granted instead of asking for each event, and the
/// statement that stores its token checks it, so the check costs no statement of its own.
public final class LetterCheck {

  private static final String KEY = LetterCheck.class.getName();
  private static final String[] NOBODY = {};

  private final Map<String, HandledSequences> groups = new LinkedHashMap<>();

  private LetterCheck() {}

  /// Empty in a unit of work whose events are not handled by a streaming processor.
  static Optional<HandledSequences> of(ParkedSequences parked) {
    return CurrentUnitOfWork.isStarted()
            && CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch
        ? Optional.of(in(batch).handled(parked))
        : Optional.empty();
  }

  private static LetterCheck in(UnitOfWork<?> batch) {
    return batch.getOrComputeResource(
        KEY,
        _ -> {
          LetterCheck check = new LetterCheck();
          batch.onPrepareCommit(_ -> check.verify());
          return check;
        });
  }

  private HandledSequences handled(ParkedSequences parked) {
    return groups.computeIfAbsent(parked.processor(), _ -> new HandledSequences(parked));
  }

  /// Runs the update of a token, whose condition checks what the current transaction takes for granted. If there is
  /// a letter after all, but of no sequence that was handled, the update runs once more without that condition.
  ///
  /// @param update gets the groups of handlers that must not have a letter, and returns how many rows it has changed
  /// @throws UnexpectedDeadLetters if a sequence that was handled has letters
  public static int within(ToIntFunction<String[]> update) {
    Optional<LetterCheck> check = current();
    String[] assumedEmpty = check.map(LetterCheck::assumedEmpty).orElse(NOBODY);
    int updated = update.applyAsInt(assumedEmpty);
    if (updated == 0 && assumedEmpty.length > 0) {
      check.orElseThrow().verify();
      return update.applyAsInt(NOBODY);
    }
    check.ifPresent(LetterCheck::confirm);
    return updated;
  }

  private static Optional<LetterCheck> current() {
    return CurrentUnitOfWork.isStarted()
        ? Optional.ofNullable(CurrentUnitOfWork.get().<LetterCheck>getResource(KEY))
        : Optional.empty();
  }

  private String[] assumedEmpty() {
    return groups.values().stream()
        .filter(HandledSequences::isAssumption)
        .map(HandledSequences::processor)
        .toArray(String[]::new);
  }

  private void confirm() {
    groups.values().stream()
        .filter(HandledSequences::isAssumption)
        .forEach(HandledSequences::confirm);
  }

  /// Asks the database about each sequence that was handled.
  private void verify() {
    groups.values().forEach(HandledSequences::verify);
  }
}
