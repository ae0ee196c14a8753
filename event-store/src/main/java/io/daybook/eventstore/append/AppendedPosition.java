package io.daybook.eventstore.append;

import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// The position of the last event that a unit of work has appended, a resource of the root unit of work: those
/// nested in it are written with it.
public final class AppendedPosition {

  private static final String RESOURCE = AppendedPosition.class.getName();

  private AppendedPosition() {}

  static void set(UnitOfWork<?> unitOfWork, long position) {
    unitOfWork.root().resources().merge(RESOURCE, position, AppendedPosition::greater);
  }

  /// Whether the unit of work has events that are staged or appended.
  public static boolean isExpectedOf(UnitOfWork<?> unitOfWork) {
    return StagedAppend.find(unitOfWork).filter(staged -> !staged.events().isEmpty()).isPresent();
  }

  public static OptionalLong of(UnitOfWork<?> unitOfWork) {
    @Nullable Long position = unitOfWork.root().getResource(RESOURCE);
    return position == null ? OptionalLong.empty() : OptionalLong.of(position);
  }

  private static Object greater(Object one, Object other) {
    return Math.max((long) one, (long) other);
  }
}
