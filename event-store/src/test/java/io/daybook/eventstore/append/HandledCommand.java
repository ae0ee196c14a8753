package io.daybook.eventstore.append;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// A command that is handled as the bus does it: in a unit of work of its own, with its assumptions.
record HandledCommand(CommandMessage<?> command, OptimisticAssumptions assumptions) {

  static HandledCommand named(String name, OptimisticAssumptions assumptions) {
    return new HandledCommand(new GenericCommandMessage<>(name), assumptions);
  }

  <T> T by(Callable<T> handler) throws Exception {
    UnitOfWork<CommandMessage<?>> unit = DefaultUnitOfWork.startAndGet(command);
    AtomicReference<T> result = new AtomicReference<>();
    try {
      assumptions.handle(
          unit,
          () -> {
            result.set(handler.call());
            return result.get();
          });
    } catch (Exception e) {
      unit.rollback(e);
      throw e;
    }
    unit.commit();
    return result.get();
  }
}
