package io.daybook.saga.agenda;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Does what is due: db-scheduler's way as the wall clock runs, or for one tenant at once after its
/// clock was moved.
public final class AgendaRunner {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);

  private final AgendaTable table;
  private final TenantClock clock;
  private final Map<String, AgendaTask> tasks;

  public AgendaRunner(AgendaTable table, TenantClock clock, Collection<AgendaTask> tasks) {
    this.table = table;
    this.clock = clock;
    this.tasks = tasks.stream().collect(Collectors.toMap(AgendaTask::kind, Function.identity()));
  }

  /// Does all that is due for the tenant, the oldest first, and what becomes due by that; tells how
  /// much it was. Ends with the first failure, whose entry stays due.
  public int runDue(TenantId tenant) {
    int count = 0;
    Optional<Picked> next = table.pick(tenant, clock.now(tenant));
    while (next.isPresent()) {
      run(next.get());
      count++;
      next = table.pick(tenant, clock.now(tenant));
    }
    return count;
  }

  private void run(Picked picked) {
    boolean settled = false;
    try {
      settle(picked, task(picked.entry().kind()).run(picked.entry()));
      settled = true;
    } finally {
      if (!settled) {
        table.letGo(picked);
      }
    }
  }

  /// The task as db-scheduler wants it.
  public Task<?> scheduled(AgendaTask task) {
    return Tasks.custom(task.kind(), Stored.class)
        .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2))
        .onDeadExecutionRevive()
        .execute((instance, _) -> executed(task, entry(task, instance)));
  }

  private CompletionHandler<Stored> executed(AgendaTask task, AgendaEntry entry) {
    Instant now = clock.now(entry.tenant());
    Outcome outcome =
        entry.due().isAfter(now) ? new Outcome.Again(entry.due(), entry.data()) : task.run(entry);
    return (complete, _) -> settle(new Picked(entry, complete.getExecution().version), outcome);
  }

  private void settle(Picked picked, Outcome outcome) {
    AgendaEntry entry = picked.entry();
    switch (outcome) {
      case Outcome.Done() -> table.done(picked);
      case Outcome.Again(var due, var data) ->
          table.again(
              picked,
              new AgendaEntry(entry.kind(), entry.tenant(), entry.key(), due, data),
              clock.now(entry.tenant()));
    }
  }

  private AgendaTask task(String kind) {
    AgendaTask task = tasks.get(kind);
    if (task == null) {
      throw new IllegalStateException("Nobody does what the agenda calls " + kind);
    }
    return task;
  }

  private static AgendaEntry entry(AgendaTask task, TaskInstance<Stored> instance) {
    int slash = instance.getId().indexOf('/');
    Stored stored = instance.getData();
    return new AgendaEntry(
        task.kind(),
        new TenantId(instance.getId().substring(0, slash)),
        instance.getId().substring(slash + 1),
        stored.due(),
        stored.data());
  }
}
