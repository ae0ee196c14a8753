package io.daybook.eventstore.testing;

import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Work in a unit of work of its own, as a command handler does it.
public final class Units {

  private Units() {}

  public static <T> T inUnit(Supplier<T> work) {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error e) {
      unit.rollback(e);
      throw e;
    }
    unit.commit();
    return result;
  }

  public static void runInUnit(Runnable work) {
    inUnit(
        () -> {
          work.run();
          return true;
        });
  }
}
