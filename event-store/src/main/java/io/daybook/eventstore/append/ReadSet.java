package io.daybook.eventstore.append;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a unit of work has read and decided on. The [ConflictCheck] compares it with the store when the unit
/// of work is written. Part of it may be [assumed][#assumed], which is treated as if it had been read.
final class ReadSet {

  private final Map<String, Long> streamEnds = new LinkedHashMap<>();
  private final Map<Claim, Optional<String>> owners = new LinkedHashMap<>();
  private final Map<Claim.Holder, Long> counts = new LinkedHashMap<>();
  private IdempotencyRecord.@Nullable Key unanswered;
  private @Nullable ReadSet assumed;
  private final List<Runnable> onRefuted = new ArrayList<>();

  /// The last sequence number of a stream, [StoreState#NO_EVENT] for an empty one.
  void endsAt(String stream, long sequence) {
    streamEnds.putIfAbsent(stream, sequence);
  }

  void read(Claim claim, Optional<String> owner) {
    owners.putIfAbsent(claim, owner);
  }

  void counted(Claim.Holder holder, long claims) {
    counts.putIfAbsent(holder, claims);
  }

  /// Assumes who owns a claim instead of asking the database.
  ///
  /// @param ifRefuted runs when the conflict check finds another owner
  void assume(Claim claim, Optional<String> owner, Runnable ifRefuted) {
    read(claim, owner);
    assumedReads().read(claim, owner);
    onRefuted.add(ifRefuted);
  }

  /// Assumes that a stream has no event.
  void assumeNew(String stream, Runnable ifRefuted) {
    endsAt(stream, StoreState.NO_EVENT);
    assumedReads().endsAt(stream, StoreState.NO_EVENT);
    onRefuted.add(ifRefuted);
  }

  /// Assumes that no request with this idempotency key was answered.
  void assumeUnanswered(IdempotencyRecord.Key key, Runnable ifRefuted) {
    unanswered = key;
    assumedReads().unanswered = key;
    onRefuted.add(ifRefuted);
  }

  private ReadSet assumedReads() {
    ReadSet reads = assumed == null ? new ReadSet() : assumed;
    assumed = reads;
    return reads;
  }

  /// The assumptions alone; empty if the database was asked for everything.
  Optional<ReadSet> assumed() {
    return Optional.ofNullable(assumed);
  }

  /// At least one assumption was wrong; which one is not known.
  void refuted() {
    onRefuted.forEach(Runnable::run);
  }

  Map<String, Long> streamEnds() {
    return Collections.unmodifiableMap(streamEnds);
  }

  Map<Claim, Optional<String>> owners() {
    return Collections.unmodifiableMap(owners);
  }

  Map<Claim.Holder, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }

  Optional<IdempotencyRecord.Key> unanswered() {
    return Optional.ofNullable(unanswered);
  }
}
