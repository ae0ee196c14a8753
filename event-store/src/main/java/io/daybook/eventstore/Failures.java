package io.daybook.eventstore;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;

/// What follows from a failure of whoever handles an event.
public final class Failures {

  private Failures() {}

  /// An error that a handler or a reader has thrown. Axon's processors expect exceptions, and stop without a word
  /// where an error comes.
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Thrown(Error error) {
      super(error.toString(), error);
    }
  }

  /// As an exception that a processor can park its event for.
  ///
  /// @throws VirtualMachineError if the virtual machine itself has failed, but not for a stack that was too deep,
  ///     which is the fault of what was handled
  public static Exception asException(Throwable failure) {
    requireMachine(failure);
    return switch (failure) {
      case Exception exception -> exception;
      case Error error -> new Thrown(error);
      default -> new IllegalStateException(failure);
    };
  }

  /// @throws VirtualMachineError if the virtual machine itself has failed
  public static void requireMachine(Throwable failure) {
    if (failure instanceof VirtualMachineError machine
        && !(failure instanceof StackOverflowError)) {
      throw machine;
    }
  }

  /// The failure has nothing to do with the event: the database or the store is away, or somebody else was faster.
  /// The same event may be handled later.
  public static boolean isTransient(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (@Nullable Throwable each = failure;
        each != null && seen.add(each);
        each = each.getCause()) {
      boolean passing =
          switch (each) {
            case SQLTransientException _, SQLRecoverableException _ -> true;
            case SQLNonTransientConnectionException _, TransientDataAccessException _ -> true;
            case SQLException sql -> SqlStates.isTransient(sql);
            case StoreUnavailable _, ConcurrencyException _, InterruptedException _ -> true;
            default -> false;
          };
      if (passing) {
        return true;
      }
    }
    return false;
  }
}
