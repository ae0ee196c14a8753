package io.daybook.eventstore.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Sorts rows into as few executions of statements as the order of each key allows: a row goes to the first
/// execution of its statement that comes after the last one with its key.
final class ExecutionPlan {
  private record Place(int execution, int row) {}

  private final List<Execution<?>> executions = new ArrayList<>();
  private final Map<Write<?>, List<Integer>> executionsOf = new HashMap<>();
  private final Map<Object, Place> last = new HashMap<>();

  private ExecutionPlan() {}

  static List<Execution<?>> of(List<Entry<?>> entries) {
    ExecutionPlan plan = new ExecutionPlan();
    entries.forEach(plan::add);
    return plan.executions;
  }

  private <R> void add(Entry<R> entry) {
    Object key = entry.write().keyOf(entry.row());
    @Nullable Place before = last.get(key);
    @Nullable BinaryOperator<R> merge = entry.write().merge();
    if (before != null
        && merge != null
        && executions.get(before.execution()).writes(entry.write())) {
      executionAt(before.execution(), entry.write()).merge(before.row(), entry.row(), merge);
      return;
    }
    int execution = firstAfter(before == null ? -1 : before.execution(), entry.write());
    last.put(key, new Place(execution, executionAt(execution, entry.write()).add(entry.row())));
  }

  private int firstAfter(int execution, Write<?> write) {
    List<Integer> candidates = executionsOf.computeIfAbsent(write, _ -> new ArrayList<>());
    for (int candidate : candidates) {
      if (candidate > execution) {
        return candidate;
      }
    }
    executions.add(new Execution<>(write));
    candidates.add(executions.size() - 1);
    return executions.size() - 1;
  }

  @SuppressWarnings("unchecked") // an execution has rows of its statement's type only
  private <R> Execution<R> executionAt(int index, Write<R> write) {
    assert executions.get(index).writes(write);
    return (Execution<R>) executions.get(index);
  }
}
