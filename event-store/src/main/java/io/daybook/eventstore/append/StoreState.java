package io.daybook.eventstore.append;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the store says about everything that the requests of a batch have read or change. Each request that is
/// accepted changes it for those after it.
final class StoreState {

  /// Of a stream without events.
  static final long NO_EVENT = -1;

  private final Map<String, Long> ends = new HashMap<>();
  private final Map<Claim, String> owners = new HashMap<>();
  private final Map<Claim.Holder, Long> counts = new HashMap<>();
  private final Set<IdempotencyRecord.Key> answered = new HashSet<>();

  void ends(String stream, long sequence) {
    ends.put(stream, sequence);
  }

  void owns(String owner, Claim claim) {
    owners.put(claim, owner);
  }

  void holds(Claim.Holder holder, long claims) {
    counts.put(holder, claims);
  }

  void answered(IdempotencyRecord.Key key) {
    answered.add(key);
  }

  long endOf(String stream) {
    return ends.getOrDefault(stream, NO_EVENT);
  }

  Optional<String> ownerOf(Claim claim) {
    return Optional.ofNullable(owners.get(claim));
  }

  long countOf(Claim.Holder holder) {
    return counts.getOrDefault(holder, 0L);
  }

  boolean isAnswered(IdempotencyRecord.Key key) {
    return answered.contains(key);
  }

  void accept(AppendRequest request) {
    request.events().forEach(event -> ends.put(event.stream(), event.sequence()));
    request.writeSet().claims().forEach(this::change);
    request.writeSet().answer().ifPresent(record -> answered.add(record.key()));
  }

  private void change(Claim claim, Optional<String> owner) {
    @Nullable String before =
        owner.isPresent() ? owners.put(claim, owner.get()) : owners.remove(claim);
    count(claim, before, -1);
    count(claim, owner.orElse(null), 1);
  }

  private void count(Claim claim, @Nullable String owner, long by) {
    if (owner != null) {
      counts.computeIfPresent(
          new Claim.Holder(claim.tenant(), claim.kind(), owner), (holder, claims) -> claims + by);
    }
  }
}
