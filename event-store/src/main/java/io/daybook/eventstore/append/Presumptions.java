package io.daybook.eventstore.append;

import io.daybook.eventstore.read.Remembered;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/// Lets a command begin an aggregate as if it were new, take a claim as if nobody held it, give one back as
/// if it were held, carry out a request as if it were the first of its key, and decide on what this node
/// remembers as if no other had added to it, without a question to the database before it: nearly always
/// it is so. Whether it is, is judged when the command is written, as everything that was read. One that
/// is refused is not written, so the question is asked then. A decision on what is not so has lost a race
/// and is made again; and what was presumed in vain is looked up from then on.
///
/// Only for commands that nothing else depends on: one within another unit of work would undo all of it.
public final class Presumptions implements MessageHandlerInterceptor<CommandMessage<?>> {

  private static final String COVERED = Presumptions.class.getName();
  private static final int MOST_DOUBTED = 4_096;

  private final Appender appender;
  private final Set<Object> doubted = Collections.synchronizedSet(lastDoubted());

  /// The names of the commands whose aggregate was not there when it was last looked for.
  private final Set<String> beginning = ConcurrentHashMap.newKeySet();

  public Presumptions(Appender appender) {
    this.appender = appender;
  }

  /// What the current unit of work would have of a claim, if that is to be presumed.
  void presume(Claim claim, Optional<String> likely) {
    if (command().isPresent() && !doubted.contains(claim)) {
      appender.companions().presume(claim, likely, () -> doubted.add(claim));
    }
  }

  /// Whether the current unit of work need not ask for an answer to its request before it is carried out.
  boolean isLikelyFirst(KeptAnswer.Key key) {
    return command().isPresent() && !doubted.contains(key);
  }

  /// The current unit of work carries out a request as the first of its key. Even if it has asked: a
  /// refusal may come of the very effect that an earlier request with this key has had meanwhile.
  void presumeFirst(KeptAnswer.Key key) {
    command()
        .ifPresent(name -> appender.companions().presumeUnanswered(key, () -> doubted.add(key)));
  }

  /// Whether the current command begins this stream, as those of its name do.
  public boolean isNew(String stream) {
    Optional<String> begun =
        command().filter(name -> beginning.contains(name) && !doubted.contains(stream));
    begun.ifPresent(name -> appender.companions().presumeNew(stream, () -> wasThere(name, stream)));
    return begun.isPresent();
  }

  private void wasThere(String name, String stream) {
    beginning.remove(name);
    doubted.add(stream);
  }

  /// The current command has looked for an aggregate that is not there.
  public void wasMissing() {
    command().ifPresent(beginning::add);
  }

  /// Its name, if what it presumes will be checked.
  private Optional<String> command() {
    return CurrentUnitOfWork.isStarted()
        ? Optional.ofNullable(CurrentUnitOfWork.get().getResource(COVERED))
        : Optional.empty();
  }

  /// @throws ConcurrencyException if it was decided on what is not so
  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    if (unitOfWork.parent().isEmpty()) {
      unitOfWork.resources().put(COVERED, unitOfWork.getMessage().getCommandName());
      decideOnWhatIsRemembered(unitOfWork);
    }
    try {
      return chain.proceed();
    } catch (Exception refusal) {
      requireTrue(unitOfWork, refusal);
      throw refusal;
    }
  }

  /// But once only: of a stream that another node adds to all the time, what is remembered is always old.
  private void decideOnWhatIsRemembered(UnitOfWork<? extends CommandMessage<?>> unitOfWork) {
    String id = unitOfWork.getMessage().getIdentifier();
    if (!doubted.contains(id)) {
      Remembered.allow(unitOfWork);
      unitOfWork.onCommit(this::requireWhereNothingIsStaged);
      unitOfWork.onRollback(
          undone -> {
            if (undone.getExecutionResult().isExceptionResult()
                && undone.getExecutionResult().getExceptionResult()
                    instanceof ConcurrencyException) {
              doubted.add(id);
            }
          });
    }
  }

  /// What is staged is judged by the appender.
  private void requireWhereNothingIsStaged(UnitOfWork<?> committing) {
    if (StagedAppend.find(committing).isEmpty()) {
      appender.require(Optional.empty(), Remembered.of(committing));
    }
  }

  private void requireTrue(UnitOfWork<?> unitOfWork, Exception refusal) {
    Optional<Companions> companions = StagedAppend.find(unitOfWork).map(StagedAppend::companions);
    try {
      appender.require(companions.flatMap(Companions::presumed), Remembered.of(unitOfWork));
    } catch (ConcurrencyException lost) {
      companions.ifPresent(Companions::presumedInVain);
      lost.addSuppressed(refusal);
      throw lost;
    }
  }

  private static Set<Object> lastDoubted() {
    return Collections.newSetFromMap(
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Boolean> eldest) {
            return size() > MOST_DOUBTED;
          }
        });
  }
}
