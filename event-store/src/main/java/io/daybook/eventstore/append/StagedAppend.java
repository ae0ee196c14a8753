package io.daybook.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Everything that a unit of work, and those nested in it, will have written when it commits.
///
/// It is written in the commit phase: whoever vetoes, does so before; and for an event handler that is
/// before its own transaction and token, so that an event is repeated rather than lost.
final class StagedAppend {

  private static final String RESOURCE = StagedAppend.class.getName();

  private final List<NewEvent> events = new ArrayList<>();
  private final Companions companions = new Companions();

  static StagedAppend of(UnitOfWork<?> unitOfWork, BiConsumer<UnitOfWork<?>, StagedAppend> write) {
    UnitOfWork<?> root = unitOfWork.root();
    return root.getOrComputeResource(
        RESOURCE,
        key -> {
          StagedAppend staged = new StagedAppend();
          root.onCommit(committing -> write.accept(root, staged));
          return staged;
        });
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
