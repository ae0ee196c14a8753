package io.daybook.eventstore.append;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What goes with the events of a unit of work: what it has read, and rests on; the claims that it
/// changes; its answer; and changes of other tables.
final class Companions {

  private final Map<String, Long> streamEnds;
  private final Map<Claim, Optional<String>> claimsRead;
  private final Map<Claim.Holder, Long> countsRead;
  private final Map<Claim, Optional<String>> claimsChanged = new LinkedHashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Runnable> inVain = new ArrayList<>();
  private @Nullable Companions presumed;
  private @Nullable KeptAnswer answer;
  private KeptAnswer.@Nullable Key unanswered;

  Companions() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  private Companions(
      Map<String, Long> streamEnds,
      Map<Claim, Optional<String>> claimsRead,
      Map<Claim.Holder, Long> countsRead) {
    this.streamEnds = streamEnds;
    this.claimsRead = claimsRead;
    this.countsRead = countsRead;
  }

  /// The same reads, and changes of their own, which begin as these.
  Companions nested() {
    Companions nested = new Companions(streamEnds, claimsRead, countsRead);
    nested.changeAs(this);
    return nested;
  }

  /// From now on these changes are those.
  void changeAs(Companions other) {
    claimsChanged.clear();
    claimsChanged.putAll(other.claimsChanged);
    statements.clear();
    statements.addAll(other.statements);
    answer = other.answer;
  }

  /// To be committed with the events.
  void add(Statement statement) {
    statements.add(statement);
  }

  void keep(KeptAnswer kept) {
    answer = kept;
  }

  void endsAt(String stream, long sequence) {
    streamEnds.putIfAbsent(stream, sequence);
  }

  void read(Claim claim, Optional<String> owner) {
    claimsRead.putIfAbsent(claim, owner);
  }

  /// Counts as read, and was not.
  ///
  /// @param inVain what to do if it is not so
  void presume(Claim claim, Optional<String> owner, Runnable inVain) {
    read(claim, owner);
    presumption().read(claim, owner);
    this.inVain.add(inVain);
  }

  /// The same of a stream that has no event yet.
  void presumeNew(String stream, Runnable inVain) {
    endsAt(stream, StoreState.NO_EVENT);
    presumption().endsAt(stream, StoreState.NO_EVENT);
    this.inVain.add(inVain);
  }

  /// The same of a request that has no answer yet.
  void presumeUnanswered(KeptAnswer.Key key, Runnable inVain) {
    unanswered = key;
    presumption().unanswered = key;
    this.inVain.add(inVain);
  }

  private Companions presumption() {
    Companions presumption = presumed == null ? new Companions() : presumed;
    presumed = presumption;
    return presumption;
  }

  /// What is presumed, alone; nothing if all was read.
  Optional<Companions> presumed() {
    return Optional.ofNullable(presumed);
  }

  /// Some of it was not so.
  void presumedInVain() {
    inVain.forEach(Runnable::run);
  }

  void counted(Claim.Holder holder, long claims) {
    countsRead.putIfAbsent(holder, claims);
  }

  void change(Claim claim, Optional<String> owner) {
    claimsChanged.put(claim, owner);
  }

  Map<String, Long> streamEnds() {
    return Collections.unmodifiableMap(streamEnds);
  }

  Map<Claim, Optional<String>> claimsRead() {
    return Collections.unmodifiableMap(claimsRead);
  }

  Map<Claim.Holder, Long> countsRead() {
    return Collections.unmodifiableMap(countsRead);
  }

  Map<Claim, Optional<String>> claimsChanged() {
    return Collections.unmodifiableMap(claimsChanged);
  }

  List<Statement> statements() {
    return Collections.unmodifiableList(statements);
  }

  Optional<KeptAnswer> answer() {
    return Optional.ofNullable(answer);
  }

  /// Under which there must be no answer yet.
  Stream<KeptAnswer.Key> keys() {
    return Stream.concat(answer().map(KeptAnswer::key).stream(), Stream.ofNullable(unanswered))
        .distinct();
  }

  /// Whether there is anything to write. What was only read is of no interest to anyone if nothing was
  /// decided on it.
  boolean isEmpty() {
    return claimsChanged.isEmpty() && statements.isEmpty() && answer == null;
  }
}
