package io.daybook.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// What a unit of work, with those nested in it, has read and will write when it commits. A nested unit of
/// work begins with a copy of what the outer one will write, and hands it back changed when it commits. When
/// it is rolled back, its writes are dropped; its reads stay, since the outer one may decide on why it failed.
///
/// It is written in the commit phase. Whoever vetoes a commit has done so by then; and for an event handler
/// that is before its own transaction and token, so that an event is repeated rather than lost.
final class StagedAppend {

  private static final String RESOURCE = StagedAppend.class.getName();

  private final List<NewEvent> events = new ArrayList<>();
  private final ReadSet readSet;
  private final WriteSet writeSet;
  private final List<Runnable> afterwards = new ArrayList<>();
  private long changes;

  private StagedAppend(ReadSet readSet, WriteSet writeSet) {
    this.readSet = readSet;
    this.writeSet = writeSet;
  }

  static StagedAppend of(UnitOfWork<?> unitOfWork, BiConsumer<UnitOfWork<?>, StagedAppend> write) {
    return unitOfWork.getOrComputeResource(
        RESOURCE,
        key ->
            unitOfWork
                .parent()
                .map(outer -> nested(unitOfWork, of(outer, write)))
                .orElseGet(() -> root(unitOfWork, write)));
  }

  private static StagedAppend root(
      UnitOfWork<?> root, BiConsumer<UnitOfWork<?>, StagedAppend> write) {
    StagedAppend staged = new StagedAppend(new ReadSet(), new WriteSet());
    root.onCommit(
        committing -> {
          write.accept(root, staged);
          staged.afterwards.forEach(Runnable::run);
        });
    return staged;
  }

  /// What is staged after the nested one has committed belongs to the outer one.
  private static StagedAppend nested(UnitOfWork<?> nested, StagedAppend outer) {
    StagedAppend staged = new StagedAppend(outer.readSet, outer.writeSet.copy());
    nested.onCommit(
        committing -> {
          outer.add(staged.events, staged.changes);
          outer.writeSet.replaceWith(staged.writeSet);
          nested.resources().put(RESOURCE, outer);
        });
    return staged;
  }

  static Optional<StagedAppend> find(UnitOfWork<?> unitOfWork) {
    return Optional.ofNullable(unitOfWork.root().<StagedAppend>getResource(RESOURCE));
  }

  /// Runs this when it is written.
  void afterwards(Runnable action) {
    afterwards.add(action);
  }

  /// @param changesOfTimeline before they were serialised
  void add(List<NewEvent> rows, long changesOfTimeline) {
    if (rows.isEmpty()) {
      return;
    }
    changes = events.isEmpty() ? changesOfTimeline : Math.min(changes, changesOfTimeline);
    events.addAll(rows);
  }

  /// Of the timeline, before the first of the events was serialised.
  long changes() {
    return changes;
  }

  List<NewEvent> events() {
    return events;
  }

  ReadSet readSet() {
    return readSet;
  }

  WriteSet writeSet() {
    return writeSet;
  }
}
