package io.daybook.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refusal with a stable code. It changes nothing and names what was wrong.
public final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A field that broke a rule, and the value that broke it.
  public record Violation(String field, @Nullable String value, String rule) {}

  /// Of a value that was refused.
  public static final int MOST_SHOWN = 200;

  private static final int REPLACEMENT = 0xFFFD;

  private final transient RejectionCode code;
  private final transient List<Violation> violations;

  private Rejection(RejectionCode code, List<Violation> violations) {
    super(message(code, violations), null, false, false);
    this.code = code;
    this.violations = violations;
  }

  public static Rejection of(RejectionCode code) {
    return new Rejection(code, List.of());
  }

  /// The same refusal, naming one more field, its value and the rule. Of what a caller gave, at most
  /// [#MOST_SHOWN] characters are shown.
  public Rejection with(String field, @Nullable Object value, String rule) {
    List<Violation> more = new ArrayList<>(violations);
    more.add(new Violation(shown(field), value == null ? null : shown(value.toString()), rule));
    return new Rejection(code, List.copyOf(more));
  }

  public RejectionCode code() {
    return code;
  }

  public List<Violation> violations() {
    return violations;
  }

  /// As much of it as can be shown. What is no character would break the JSON of the answer.
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(MOST_SHOWN)
        .map(point -> Texts.fault(Character.toString(point)) == null ? point : REPLACEMENT)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static String message(RejectionCode code, List<Violation> violations) {
    return code.name() + ": " + code.rule() + (violations.isEmpty() ? "" : " " + violations);
  }
}
