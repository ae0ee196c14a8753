package io.daybook.app;

import io.daybook.eventstore.TokensBeyondHead;
import org.jspecify.annotations.Nullable;

/// Ends a command, or the start of the program, for a reason that its user can mend: one sentence
/// and an exit status, no stack trace.
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode code;
  private final String sentence;

  public Failure(ExitCode code, String message) {
    this(code, message, null);
  }

  public Failure(ExitCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.sentence = message;
  }

  public ExitCode code() {
    return code;
  }

  public String sentence() {
    return sentence;
  }

  /// Spring wraps what a bean throws, several layers deep.
  public static @Nullable Failure within(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Failure found) {
        return found;
      }
      if (cause instanceof TokensBeyondHead restored) {
        return new Failure(ExitCode.FAILED, String.valueOf(restored.getMessage()), restored);
      }
    }
    return null;
  }
}
