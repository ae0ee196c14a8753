package io.daybook.eventstore.append;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What has been decided on the requests of a batch.
final class JudgedBatch {

  private final long behind;
  private final SequencedMap<AppendRequest, Long> accepted = new LinkedHashMap<>();
  private final Map<AppendRequest, RuntimeException> refused = new LinkedHashMap<>();
  private final List<NewEvent> events = new ArrayList<>();

  /// @param behind the position after which the batch's events come
  JudgedBatch(long behind) {
    this.behind = behind;
  }

  void accept(AppendRequest request) {
    events.addAll(request.events());
    accepted.put(request, head());
  }

  void refuse(AppendRequest request, RuntimeException why) {
    refused.put(request, why);
  }

  long behind() {
    return behind;
  }

  long head() {
    return behind + events.size();
  }

  List<NewEvent> events() {
    return events;
  }

  /// With the last position of each.
  SequencedMap<AppendRequest, Long> accepted() {
    return accepted;
  }

  /// Tells everybody, once the batch is committed.
  void tell() {
    refused.forEach((request, why) -> request.outcome().completeExceptionally(why));
    accepted.forEach((request, position) -> request.outcome().complete(position));
  }
}
