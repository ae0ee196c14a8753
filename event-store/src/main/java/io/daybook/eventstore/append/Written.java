package io.daybook.eventstore.append;

import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// The last position of a unit of work. It lies with the root: nested units of work commit with it.
public final class Written {

  private static final String RESOURCE = Written.class.getName();

  private Written() {}

  static void leave(UnitOfWork<?> unitOfWork, long position) {
    unitOfWork.root().resources().merge(RESOURCE, position, Written::later);
  }

  /// Whether there is something to write, already written or not.
  public static boolean isExpectedOf(UnitOfWork<?> unitOfWork) {
    return StagedAppend.find(unitOfWork).filter(staged -> !staged.events().isEmpty()).isPresent();
  }

  public static OptionalLong in(UnitOfWork<?> unitOfWork) {
    @Nullable Long position = unitOfWork.root().getResource(RESOURCE);
    return position == null ? OptionalLong.empty() : OptionalLong.of(position);
  }

  private static Object later(Object before, Object now) {
    return Math.max((long) before, (long) now);
  }
}
