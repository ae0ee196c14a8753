package io.daybook.eventstore.append;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What goes with the events of a unit of work: what it has read, and rests on; the claims that it
/// changes; its answer; and changes of other tables.
final class Companions {

  private final Map<String, Long> streamEnds;
  private final Map<Claim, Optional<String>> claimsRead;
  private final Map<Claim.Holder, Long> countsRead;
  private final Map<Claim, Consumer<Claim>> presumed;
  private final Map<Claim, Optional<String>> claimsChanged = new LinkedHashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private @Nullable KeptAnswer answer;

  Companions() {
    this(
        new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  private Companions(
      Map<String, Long> streamEnds,
      Map<Claim, Optional<String>> claimsRead,
      Map<Claim.Holder, Long> countsRead,
      Map<Claim, Consumer<Claim>> presumed) {
    this.streamEnds = streamEnds;
    this.claimsRead = claimsRead;
    this.countsRead = countsRead;
    this.presumed = presumed;
  }

  /// The same reads, and changes of their own, which begin as these.
  Companions nested() {
    Companions nested = new Companions(streamEnds, claimsRead, countsRead, presumed);
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
  /// @param inVain is told if it is not so
  void presume(Claim claim, Optional<String> owner, Consumer<Claim> inVain) {
    read(claim, owner);
    presumed.put(claim, inVain);
  }

  /// What is presumed, alone; nothing if all was read.
  Optional<Companions> presumption() {
    if (presumed.isEmpty()) {
      return Optional.empty();
    }
    Companions presumption = new Companions();
    presumed.forEach(
        (claim, inVain) ->
            presumption.presume(claim, claimsRead.getOrDefault(claim, Optional.empty()), inVain));
    return Optional.of(presumption);
  }

  /// Some of it was not so.
  void doubtPresumed() {
    presumed.forEach((claim, inVain) -> inVain.accept(claim));
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

  /// Whether there is anything to write. What was only read is of no interest to anyone if nothing was
  /// decided on it.
  boolean isEmpty() {
    return claimsChanged.isEmpty() && statements.isEmpty() && answer == null;
  }
}
