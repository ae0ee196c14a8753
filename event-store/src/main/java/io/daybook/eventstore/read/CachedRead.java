package io.daybook.eventstore.read;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// A stream that a unit of work has read from this node's cache without asking the database whether another
/// node has appended to it. Whoever allows that has it checked when the unit of work has decided.
///
/// @param asOf the position up to which the cache knew all events when the stream was read
public record CachedRead(String stream, long asOf) {

  private static final String READS = CachedRead.class.getName();

  /// From now on the unit of work may read from the cache without a query; its reads are recorded.
  public static void allow(UnitOfWork<?> unitOfWork) {
    unitOfWork.resources().put(READS, new ArrayList<CachedRead>());
  }

  public static List<CachedRead> of(UnitOfWork<?> unitOfWork) {
    @Nullable List<CachedRead> reads = unitOfWork.getResource(READS);
    return reads == null ? List.of() : reads;
  }

  static boolean isAllowed() {
    return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().getResource(READS) != null;
  }

  static void record(String stream, long asOf) {
    if (isAllowed()) {
      CurrentUnitOfWork.get()
          .<List<CachedRead>>getResource(READS)
          .add(new CachedRead(stream, asOf));
    }
  }
}
