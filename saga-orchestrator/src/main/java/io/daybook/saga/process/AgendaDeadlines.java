package io.daybook.saga.process;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.saga.Cause;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.Registration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.jspecify.annotations.Nullable;

/// Axon's deadlines on the agenda: the name of a deadline is the kind of its entry, and the
/// process's id the key. A handler of a process takes it as a parameter.
///
/// A process has at most one deadline of a name. While it is set, setting it again changes nothing;
/// in the handler of that deadline it sets the next one. It has no payload, since the state has
/// what is needed, and it is written in the transaction that stores the state.
public final class AgendaDeadlines implements DeadlineManager {
  private final Agenda agenda;

  public AgendaDeadlines(Agenda agenda) {
    this.agenda = agenda;
  }

  @Override
  public String schedule(
      Instant due, String name, @Nullable Object payload, ScopeDescriptor process) {
    if (payload != null) {
      throw new UnsupportedOperationException("A deadline of a process has no payload: " + name);
    }
    AgendaOutbox outbox = outboxOf(process);
    AgendaEntry entry = entry(outbox.process(), name, due, outbox.cause());
    outbox.add(
        outbox.message() instanceof DeadlineMessage<?> running
                && running.getDeadlineName().equals(name)
            ? () -> agenda.schedule(entry)
            : () -> agenda.scheduleIfNotExists(entry));
    return outbox.process().sagaId();
  }

  /// By the tenant's clock.
  @Override
  public String schedule(
      Duration after, String name, @Nullable Object payload, ScopeDescriptor process) {
    Instant now = agenda.now(AgendaOutbox.current().process().tenant());
    return schedule(now.plus(after), name, payload, process);
  }

  /// Sets a deadline from outside of the process, unless it is set.
  public void scheduleIfNotSet(ProcessKey process, String name, Duration after, Cause cause) {
    Instant due = agenda.now(process.tenant()).plus(after);
    agenda.scheduleIfNotExists(entry(process, name, due, cause));
  }

  private static AgendaEntry entry(ProcessKey process, String name, Instant due, Cause cause) {
    return new AgendaEntry(name, process.tenant(), process.id(), due, cause.toData());
  }

  @Override
  public void cancelSchedule(String name, String sagaId) {
    cancel(name, outboxOf(sagaId));
  }

  @Override
  public void cancelAllWithinScope(String name, ScopeDescriptor process) {
    cancel(name, outboxOf(process));
  }

  private void cancel(String name, AgendaOutbox outbox) {
    ProcessKey process = outbox.process();
    outbox.add(() -> agenda.cancel(name, process.tenant(), process.id()));
  }

  private static AgendaOutbox outboxOf(ScopeDescriptor process) {
    return outboxOf(((SagaScopeDescriptor) process).getIdentifier().toString());
  }

  private static AgendaOutbox outboxOf(String sagaId) {
    AgendaOutbox outbox = AgendaOutbox.current();
    if (!outbox.process().sagaId().equals(sagaId)) {
      throw new IllegalArgumentException("A process has its own deadlines only, not of " + sagaId);
    }
    return outbox;
  }

  @Override
  public void cancelAll(String name) {
    throw new UnsupportedOperationException("A process cancels its own deadlines only: " + name);
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super DeadlineMessage<?>> interceptor) {
    throw new UnsupportedOperationException("Deadlines of the agenda have no interceptors");
  }

  @Override
  public Registration registerHandlerInterceptor(
      MessageHandlerInterceptor<? super DeadlineMessage<?>> interceptor) {
    throw new UnsupportedOperationException("Deadlines of the agenda have no interceptors");
  }
}
