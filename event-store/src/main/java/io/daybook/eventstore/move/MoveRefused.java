package io.daybook.eventstore.move;

import java.util.List;
import java.util.stream.Collectors;

/// A rule of the move is not met. What was moved before stays in the target, and a move that is started again goes
/// on behind it.
public final class MoveRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param finding what was found, and where
  public record Problem(MoveRule rule, String finding) {}

  @SuppressWarnings("serial") // never sent anywhere
  private final List<Problem> problems;

  MoveRefused(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.rule() + ": " + problem.finding())
            .collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  static MoveRefused because(MoveRule rule, String finding, Object... values) {
    return new MoveRefused(List.of(new Problem(rule, finding.formatted(values))));
  }

  public List<Problem> problems() {
    return problems;
  }
}
