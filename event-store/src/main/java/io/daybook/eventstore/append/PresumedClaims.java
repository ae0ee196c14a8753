package io.daybook.eventstore.append;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/// Lets a command take a claim as if nobody held it, and give one back as if it were held, without a
/// question to the database before it: nearly always it is so. Whether it is, is judged when the command
/// is written, as everything that was read. One that is refused is not written, so the question is asked
/// then. A decision on what is not so has lost a race and is made again; and what was presumed in vain is
/// looked up from then on.
///
/// Only for commands that nothing else depends on: one within another unit of work would undo all of it.
public final class PresumedClaims implements MessageHandlerInterceptor<CommandMessage<?>> {

  private static final String COVERED = PresumedClaims.class.getName();
  private static final int MOST_DOUBTED = 4_096;

  private final Rehearsal rehearsal;
  private final Set<Claim> doubted = Collections.synchronizedSet(lastDoubted());

  public PresumedClaims(DataSource database) {
    this.rehearsal = new Rehearsal(database);
  }

  /// Whether the claim can be taken to be as the current unit of work would have it.
  boolean covers(Claim claim) {
    return CurrentUnitOfWork.get().getResource(COVERED) == this && !doubted.contains(claim);
  }

  void doubt(Claim claim) {
    doubted.add(claim);
  }

  /// @throws ConcurrencyException if it was decided on what is not so
  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    if (unitOfWork.parent().isEmpty()) {
      unitOfWork.resources().put(COVERED, this);
    }
    try {
      return chain.proceed();
    } catch (Exception refusal) {
      requireTrue(unitOfWork, refusal);
      throw refusal;
    }
  }

  private void requireTrue(UnitOfWork<?> unitOfWork, Exception refusal) {
    Optional<Companions> presumed =
        StagedAppend.find(unitOfWork).flatMap(staged -> staged.companions().presumption());
    try {
      presumed.ifPresent(rehearsal::require);
    } catch (ConcurrencyException lost) {
      presumed.orElseThrow().doubtPresumed();
      lost.addSuppressed(refusal);
      throw lost;
    }
  }

  private static Set<Claim> lastDoubted() {
    return Collections.newSetFromMap(
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Claim, Boolean> eldest) {
            return size() > MOST_DOUBTED;
          }
        });
  }
}
