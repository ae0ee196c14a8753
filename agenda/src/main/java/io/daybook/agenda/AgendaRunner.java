package io.daybook.agenda;

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

/// Runs the tasks of entries that are due: db-scheduler calls it as the wall clock runs, and
/// [#runDue] runs all of one tenant at once after that tenant's clock was moved.
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

  /// Runs the tasks of all entries that are due for the tenant, the oldest first, including those
  /// that become due by it. Ends with the first failure, whose entry stays due.
  ///
  /// @return how many have run
  public int runDue(TenantId tenant) {
    int count = 0;
    Optional<PickedEntry> next = table.pick(tenant, clock.now(tenant));
    while (next.isPresent()) {
      run(next.get());
      count++;
      next = table.pick(tenant, clock.now(tenant));
    }
    return count;
  }

  private void run(PickedEntry picked) {
    boolean settled = false;
    try {
      settle(picked, task(picked.entry().kind()).run(picked.entry()));
      settled = true;
    } finally {
      if (!settled) {
        table.release(picked);
      }
    }
  }

  /// The task as db-scheduler wants it.
  public Task<?> scheduled(AgendaTask task) {
    return Tasks.custom(task.kind(), EntryData.class)
        .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2))
        .onDeadExecutionRevive()
        .execute((instance, _) -> executed(task, entry(task, instance)));
  }

  private CompletionHandler<EntryData> executed(AgendaTask task, AgendaEntry entry) {
    Instant now = clock.now(entry.tenant());
    Completion completion =
        entry.due().isAfter(now)
            ? new Completion.Reschedule(entry.due(), entry.data())
            : task.run(entry);
    return (complete, _) ->
        settle(new PickedEntry(entry, complete.getExecution().version), completion);
  }

  private void settle(PickedEntry picked, Completion completion) {
    AgendaEntry entry = picked.entry();
    switch (completion) {
      case Completion.Remove() -> table.complete(picked);
      case Completion.Reschedule(var due, var data) ->
          table.reschedule(
              picked,
              new AgendaEntry(entry.kind(), entry.tenant(), entry.key(), due, data),
              clock.now(entry.tenant()));
    }
  }

  private AgendaTask task(String kind) {
    AgendaTask task = tasks.get(kind);
    if (task == null) {
      throw new IllegalStateException("There is no task for entries of the agenda of kind " + kind);
    }
    return task;
  }

  private static AgendaEntry entry(AgendaTask task, TaskInstance<EntryData> instance) {
    int slash = instance.getId().indexOf('/');
    EntryData stored = instance.getData();
    return new AgendaEntry(
        task.kind(),
        new TenantId(instance.getId().substring(0, slash)),
        instance.getId().substring(slash + 1),
        stored.due(),
        stored.data());
  }
}
