package io.daybook.eventstore.read;

import io.daybook.eventstore.read.AggregateCache.Kept;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/// Lets a command decide on the aggregate that this node remembers, without a question to the database
/// before it. What it appends is judged by its sequence number in any case. If it appends nothing, because
/// it refuses or finds that there is nothing to do, the question is asked now: a decision on something
/// stale has lost a race, and is made again.
public final class LateCheck implements MessageHandlerInterceptor<CommandMessage<?>> {

  private static final String USED = LateCheck.class.getName();

  private final StreamCache streams;

  public LateCheck(StreamCache streams) {
    this.streams = streams;
  }

  /// Whether the aggregate will be checked when the current unit of work has decided.
  static boolean covers(Kept aggregate) {
    @Nullable List<Kept> used =
        CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getResource(USED) : null;
    return used != null && used.add(aggregate);
  }

  /// @throws ConcurrencyException if it was decided on what is not so any more
  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    List<Kept> used = new ArrayList<>();
    unitOfWork.resources().put(USED, used);
    @Nullable Object decision;
    try {
      decision = chain.proceed();
    } catch (Exception e) {
      requireWhole(used, e); // nothing is appended, whatever was applied
      throw e;
    }
    requireWhole(used.stream().filter(Kept::isUnchanged).toList(), null);
    return decision;
  }

  private void requireWhole(List<Kept> unjudged, @Nullable Exception refusal) {
    if (unjudged.isEmpty()) {
      return;
    }
    streams.freshen();
    if (!unjudged.stream().allMatch(aggregate -> aggregate.isWhole(streams))) {
      throw new ConcurrencyException("Another node has changed what was decided on", refusal);
    }
  }
}
