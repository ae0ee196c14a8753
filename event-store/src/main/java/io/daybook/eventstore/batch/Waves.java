package io.daybook.eventstore.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Sorts rows into as few executions as the order of each key allows: a row goes to the first group of
/// its statement behind the last one that has its key.
final class Waves {
  private record Place(int group, int row) {}

  private final List<Group<?>> groups = new ArrayList<>();
  private final Map<Write<?>, List<Integer>> groupsOf = new HashMap<>();
  private final Map<Object, Place> last = new HashMap<>();

  private Waves() {}

  static List<Group<?>> of(List<Entry<?>> entries) {
    Waves waves = new Waves();
    entries.forEach(waves::add);
    return waves.groups;
  }

  private <R> void add(Entry<R> entry) {
    Object key = entry.write().keyOf(entry.row());
    @Nullable Place before = last.get(key);
    @Nullable BinaryOperator<R> merge = entry.write().merge();
    if (before != null && merge != null && groups.get(before.group()).writes(entry.write())) {
      groupAt(before.group(), entry.write()).merge(before.row(), entry.row(), merge);
      return;
    }
    int group = firstBehind(before == null ? -1 : before.group(), entry.write());
    last.put(key, new Place(group, groupAt(group, entry.write()).add(entry.row())));
  }

  private int firstBehind(int group, Write<?> write) {
    List<Integer> candidates = groupsOf.computeIfAbsent(write, _ -> new ArrayList<>());
    for (int candidate : candidates) {
      if (candidate > group) {
        return candidate;
      }
    }
    groups.add(new Group<>(write));
    candidates.add(groups.size() - 1);
    return groups.size() - 1;
  }

  @SuppressWarnings("unchecked") // a group has rows of its statement's type only
  private <R> Group<R> groupAt(int index, Write<R> write) {
    assert groups.get(index).writes(write);
    return (Group<R>) groups.get(index);
  }
}
