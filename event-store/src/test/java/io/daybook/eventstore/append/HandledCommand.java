package io.daybook.eventstore.append;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// A command that is handled as the bus would do it: in a unit of work of its own, and under what is
/// presumed for it.
record HandledCommand(CommandMessage<?> command, Presumptions presumptions) {

  static HandledCommand named(String name, Presumptions presumptions) {
    return new HandledCommand(new GenericCommandMessage<>(name), presumptions);
  }

  <T> T by(Callable<T> handler) throws Exception {
    UnitOfWork<CommandMessage<?>> unit = DefaultUnitOfWork.startAndGet(command);
    AtomicReference<T> result = new AtomicReference<>();
    try {
      presumptions.handle(
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
