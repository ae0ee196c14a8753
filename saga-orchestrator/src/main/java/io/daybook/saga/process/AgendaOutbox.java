package io.daybook.saga.process;

import io.daybook.saga.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.eventhandling.EventMessage;

/// What a process writes on the agenda while it handles a message. It is written by the thread that
/// stores the state of all processes of the transaction, because the thread of a single process has
/// no transaction.
final class AgendaOutbox {
  private static final ScopedValue<AgendaOutbox> CURRENT = ScopedValue.newInstance();

  private final ProcessKey process;
  private final Cause cause;
  private final EventMessage<?> message;
  private final List<Runnable> writes;

  private AgendaOutbox(
      ProcessKey process, Cause cause, EventMessage<?> message, List<Runnable> writes) {
    this.process = process;
    this.cause = cause;
    this.message = message;
    this.writes = writes;
  }

  /// @param writes where they are collected
  static void during(
      ProcessKey process,
      Cause cause,
      EventMessage<?> message,
      List<Runnable> writes,
      Callable<?> handling)
      throws Exception {
    AgendaOutbox outbox = new AgendaOutbox(process, cause, message, writes);
    ScopedValue.where(CURRENT, outbox).call(handling::call);
  }

  /// @throws IllegalStateException outside of a process's handler
  static AgendaOutbox current() {
    if (!CURRENT.isBound()) {
      throw new IllegalStateException("Only a process that handles a message has deadlines");
    }
    return CURRENT.get();
  }

  ProcessKey process() {
    return process;
  }

  Cause cause() {
    return cause;
  }

  EventMessage<?> message() {
    return message;
  }

  void add(Runnable write) {
    writes.add(write);
  }

  static List<Runnable> writes() {
    return new ArrayList<>();
  }
}
