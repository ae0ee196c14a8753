package io.daybook.eventstore.append;

import io.daybook.eventstore.read.CachedRead;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/// Lets a command assume what is nearly always so, instead of asking the database before it decides:
/// the aggregate that it creates does not exist, a claim that it takes is free, a claim that it releases is
/// its owner's, its request is the first with its idempotency key, and no other node has appended to the
/// streams that are in this node's cache.
///
/// Each assumption goes into the [ReadSet] and is checked like a read: when the command is written, or, if it
/// is refused or has nothing to write, before its caller is answered. If one is wrong, the command ends in a
/// [ConcurrencyException] and the gateway retries it; what was refuted is then asked of the database.
///
/// A command that is sent from within another unit of work assumes nothing: its conflict would undo the work
/// of that one, too. `docs/concurrency.md` has the whole protocol.
public final class OptimisticAssumptions implements MessageHandlerInterceptor<CommandMessage<?>> {

  private static final String COMMAND_NAME = OptimisticAssumptions.class.getName();
  private static final int MOST_REFUTED = 4_096;

  private final Appender appender;

  /// Claims, idempotency keys, streams and commands about which an assumption was wrong lately.
  private final Set<Object> refuted = Collections.synchronizedSet(lastRefuted());

  /// The names of the commands whose aggregate did not exist when the last of them looked for it.
  private final Set<String> creating = ConcurrentHashMap.newKeySet();

  public OptimisticAssumptions(Appender appender) {
    this.appender = appender;
  }

  /// Assumes the owner of a claim, if the current unit of work may assume anything.
  void assume(Claim claim, Optional<String> owner) {
    if (command().isPresent() && !refuted.contains(claim)) {
      appender.current().readSet().assume(claim, owner, () -> refuted.add(claim));
    }
  }

  /// Whether the current unit of work need not ask the database for an earlier answer to its request.
  boolean mayAssumeFirst(IdempotencyRecord.Key key) {
    return command().isPresent() && !refuted.contains(key);
  }

  /// Has the check look for an answer, also if the database was asked and had none: an earlier request with
  /// this key may have been written since, and its effect may be why this command is refused.
  void assumeFirst(IdempotencyRecord.Key key) {
    command()
        .ifPresent(
            name -> appender.current().readSet().assumeUnanswered(key, () -> refuted.add(key)));
  }

  /// Whether the current command assumes that this stream does not exist, as others of its name did.
  public boolean assumesNew(String stream) {
    Optional<String> name =
        command().filter(it -> creating.contains(it) && !refuted.contains(stream));
    name.ifPresent(it -> appender.current().readSet().assumeNew(stream, () -> exists(it, stream)));
    return name.isPresent();
  }

  private void exists(String commandName, String stream) {
    creating.remove(commandName);
    refuted.add(stream);
  }

  /// The current command has looked for an aggregate that does not exist.
  public void notFound() {
    command().ifPresent(creating::add);
  }

  /// The name of the current command; empty if it may assume nothing.
  private Optional<String> command() {
    return CurrentUnitOfWork.isStarted()
        ? Optional.ofNullable(CurrentUnitOfWork.get().getResource(COMMAND_NAME))
        : Optional.empty();
  }

  /// @throws ConcurrencyException if the command was refused on a wrong assumption
  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    if (unitOfWork.parent().isEmpty()) {
      unitOfWork.resources().put(COMMAND_NAME, unitOfWork.getMessage().getCommandName());
      allowCachedReads(unitOfWork);
    }
    try {
      return chain.proceed();
    } catch (Exception refusal) {
      requireValid(unitOfWork, refusal);
      throw refusal;
    }
  }

  /// At the first attempt only: the cache would be behind again and again for a stream to which another node
  /// appends all the time.
  private void allowCachedReads(UnitOfWork<? extends CommandMessage<?>> unitOfWork) {
    String id = unitOfWork.getMessage().getIdentifier();
    if (!refuted.contains(id)) {
      CachedRead.allow(unitOfWork);
      unitOfWork.onCommit(this::requireValidIfNothingIsStaged);
      unitOfWork.onRollback(
          undone -> {
            if (undone.getExecutionResult().isExceptionResult()
                && undone.getExecutionResult().getExceptionResult()
                    instanceof ConcurrencyException) {
              refuted.add(id);
            }
          });
    }
  }

  /// Where something is staged, the appender does this.
  private void requireValidIfNothingIsStaged(UnitOfWork<?> committing) {
    if (StagedAppend.find(committing).isEmpty()) {
      appender.requireValid(Optional.empty(), CachedRead.of(committing));
    }
  }

  private void requireValid(UnitOfWork<?> unitOfWork, Exception refusal) {
    Optional<ReadSet> reads = StagedAppend.find(unitOfWork).map(StagedAppend::readSet);
    try {
      appender.requireValid(reads.flatMap(ReadSet::assumed), CachedRead.of(unitOfWork));
    } catch (ConcurrencyException conflict) {
      reads.ifPresent(ReadSet::refuted);
      conflict.addSuppressed(refusal);
      throw conflict;
    } catch (EventStoreException unchecked) {
      unchecked.addSuppressed(refusal);
      throw unchecked;
    }
  }

  private static Set<Object> lastRefuted() {
    return Collections.newSetFromMap(
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Boolean> eldest) {
            return size() > MOST_REFUTED;
          }
        });
  }
}
