package io.daybook.eventstore.search;

import io.daybook.eventstore.StreamName;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// One question to the store.
///
/// @param types the numbers of the types that the filter names, in all revisions
@SuppressWarnings("ArrayRecordComponent") // never compared
record Search(EventFilter filter, int[] types, Reach reach) {

  boolean isForType() {
    return !filter.types().isEmpty();
  }

  /// No event can meet it.
  boolean isVain() {
    return isForType() && types.length == 0;
  }

  /// What the table of events itself can check, as conditions that follow others.
  String conditions() {
    return (filter.tenant() == null ? "" : " AND " + StreamName.OF_TENANT)
        + (isForType() ? " AND type_id = ANY (?)" : "")
        + (filter.from() == null ? "" : " AND recorded_at >= ?")
        + (filter.until() == null ? "" : " AND recorded_at < ?");
  }

  /// Of these conditions, in their order.
  List<Object> parameters() {
    List<Object> parameters = new ArrayList<>();
    if (filter.tenant() != null) {
      parameters.add(filter.tenant());
    }
    if (isForType()) {
      parameters.add(types);
    }
    parameters.addAll(times());
    return parameters;
  }

  /// From and until, as far as they are given.
  List<Object> times() {
    List<Object> times = new ArrayList<>();
    if (filter.from() != null) {
      times.add(filter.from().atOffset(ZoneOffset.UTC));
    }
    if (filter.until() != null) {
      times.add(filter.until().atOffset(ZoneOffset.UTC));
    }
    return times;
  }

  /// The keys of the index: a block must have one of each list.
  List<long[]> keys() {
    List<long[]> keys = new ArrayList<>();
    if (filter.tenant() != null) {
      keys.add(new long[] {BlockKey.ofTenant(filter.tenant()).number()});
    }
    if (isForType()) {
      keys.add(Arrays.stream(types).mapToLong(type -> BlockKey.ofType(type).number()).toArray());
    }
    for (Map.Entry<String, String> label : filter.labels().entrySet()) {
      keys.add(new long[] {BlockKey.ofLabel(label.getKey(), label.getValue()).number()});
    }
    return keys;
  }

  /// What the table cannot check.
  boolean hasLabels() {
    return !filter.labels().isEmpty();
  }
}
