package io.daybook.saga.process;

import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.kernel.Meta;
import io.daybook.saga.Cause;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.messaging.ScopeAware;
import org.axonframework.modelling.saga.SagaScopeDescriptor;

/// Delivers one kind of deadline to the processes of a type, each in a transaction.
public final class ProcessDeadline implements AgendaTask {
  private final ProcessType<?> type;
  private final String name;
  private final Supplier<? extends ScopeAware> manager;
  private final Supplier<TransactionManager> transactions;

  /// @throws IllegalArgumentException if the saga has no handler for it
  public ProcessDeadline(
      ProcessType<?> type,
      String name,
      Supplier<? extends ScopeAware> manager,
      Supplier<TransactionManager> transactions) {
    if (!type.deadlines().contains(name)) {
      throw new IllegalArgumentException(type.name() + " has no deadline " + name);
    }
    this.type = type;
    this.name = name;
    this.manager = manager;
    this.transactions = transactions;
  }

  /// @param axon which needs the beans of the agenda itself, and so is asked for when it is used
  public static ProcessDeadline of(ProcessType<?> type, String name, Supplier<Configuration> axon) {
    return new ProcessDeadline(
        type,
        name,
        () -> axon.get().eventProcessingConfiguration().sagaConfiguration(type.saga()).manager(),
        () -> axon.get().getComponent(TransactionManager.class));
  }

  @Override
  public String kind() {
    return name;
  }

  @Override
  public Completion run(AgendaEntry entry) {
    ProcessKey key = new ProcessKey(entry.tenant(), entry.key());
    SagaScopeDescriptor scope = new SagaScopeDescriptor(type.saga().getSimpleName(), key.sagaId());
    transactions.get().executeInTransaction(() -> send(message(entry), scope));
    return Completion.REMOVE;
  }

  private void send(DeadlineMessage<?> deadline, SagaScopeDescriptor scope) {
    try {
      manager.get().send(deadline, scope);
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("%s of %s was interrupted".formatted(name, scope), e);
    } catch (Exception e) { // as a handler of the saga may declare
      throw new IllegalStateException("%s of %s failed".formatted(name, scope), e);
    }
  }

  private DeadlineMessage<?> message(AgendaEntry entry) {
    Cause cause = Cause.of(entry, type.actor());
    Map<String, String> metadata = new HashMap<>(cause.toData());
    metadata.put(Meta.TENANT_ID, entry.tenant().value());
    return new GenericDeadlineMessage<>(
        name, UUID.randomUUID().toString(), null, metadata, entry.due());
  }
}
