package io.daybook.eventstore.append;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The requests of a batch after the conflict check.
final class CheckedBatch {

  private final long behind;
  private final SequencedMap<AppendRequest, Long> accepted = new LinkedHashMap<>();
  private final Map<AppendRequest, RuntimeException> refused = new LinkedHashMap<>();
  private final List<NewEvent> events = new ArrayList<>();

  /// @param behind the head before the batch
  CheckedBatch(long behind) {
    this.behind = behind;
  }

  void accept(AppendRequest request) {
    events.addAll(request.events());
    accepted.put(request, head());
  }

  void refuse(AppendRequest request, RuntimeException why) {
    refused.put(request, why);
  }

  /// The position after which the batch's events come.
  long behind() {
    return behind;
  }

  /// The position of the batch's last event.
  long head() {
    return behind + events.size();
  }

  List<NewEvent> events() {
    return events;
  }

  /// With the position of each one's last event.
  SequencedMap<AppendRequest, Long> accepted() {
    return accepted;
  }

  /// Answers all callers. Called when the batch is committed.
  void complete() {
    refused.forEach((request, why) -> request.outcome().completeExceptionally(why));
    accepted.forEach((request, position) -> request.outcome().complete(position));
  }
}
