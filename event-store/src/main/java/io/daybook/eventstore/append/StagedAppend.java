package io.daybook.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Everything that a unit of work, and those nested in it, will have written when it commits. A nested
/// one begins with what those around it have staged, and hands its own to them when it commits; when it
/// is rolled back, only what it has read remains: the outer one may go on knowing why.
///
/// It is written in the commit phase: whoever vetoes, does so before; and for an event handler that is
/// before its own transaction and token, so that an event is repeated rather than lost.
final class StagedAppend {

  private static final String RESOURCE = StagedAppend.class.getName();

  private final List<NewEvent> events = new ArrayList<>();
  private final Companions companions;

  private StagedAppend(Companions companions) {
    this.companions = companions;
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
    StagedAppend staged = new StagedAppend(new Companions());
    root.onCommit(committing -> write.accept(root, staged));
    return staged;
  }

  /// What is staged after it has committed is the outer one's.
  private static StagedAppend nested(UnitOfWork<?> nested, StagedAppend outer) {
    StagedAppend staged = new StagedAppend(outer.companions.nested());
    nested.onCommit(
        committing -> {
          outer.events.addAll(staged.events);
          outer.companions.changeAs(staged.companions);
          nested.resources().put(RESOURCE, outer);
        });
    return staged;
  }

  static Optional<StagedAppend> find(UnitOfWork<?> unitOfWork) {
    return Optional.ofNullable(unitOfWork.root().<StagedAppend>getResource(RESOURCE));
  }

  void add(List<NewEvent> rows) {
    events.addAll(rows);
  }

  List<NewEvent> events() {
    return events;
  }

  Companions companions() {
    return companions;
  }
}
