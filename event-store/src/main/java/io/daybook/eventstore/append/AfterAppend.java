package io.daybook.eventstore.append;

import org.axonframework.messaging.unitofwork.UnitOfWork;

/// What is committed right after the events of a unit of work, in its commit phase. It is not done when the events
/// are refused; when it fails itself, the caller learns it, and the events stay.
public final class AfterAppend {

  private AfterAppend() {}

  /// @param root the outermost unit of work, which appends for all that are nested in it
  public static void run(UnitOfWork<?> root, Runnable action) {
    StagedAppend.find(root)
        .ifPresentOrElse(
            staged -> staged.afterwards(action), () -> root.onCommit(committing -> action.run()));
  }
}
