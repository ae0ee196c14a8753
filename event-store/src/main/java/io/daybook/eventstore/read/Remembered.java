package io.daybook.eventstore.read;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// A stream that a unit of work has taken from this node's memory without asking the database whether
/// another node has added to it. Whoever allows that has it checked when the unit of work has decided.
///
/// @param asOf the position up to which everything was known when it was taken
public record Remembered(String stream, long asOf) {

  private static final String TAKEN = Remembered.class.getName();

  /// From now on the unit of work takes streams from memory, and notes which.
  public static void allow(UnitOfWork<?> unitOfWork) {
    unitOfWork.resources().put(TAKEN, new ArrayList<Remembered>());
  }

  /// What it has taken.
  public static List<Remembered> of(UnitOfWork<?> unitOfWork) {
    @Nullable List<Remembered> taken = unitOfWork.getResource(TAKEN);
    return taken == null ? List.of() : taken;
  }

  static boolean isAllowed() {
    return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().getResource(TAKEN) != null;
  }

  static void note(String stream, long asOf) {
    if (isAllowed()) {
      CurrentUnitOfWork.get()
          .<List<Remembered>>getResource(TAKEN)
          .add(new Remembered(stream, asOf));
    }
  }
}
