package io.daybook.app.cli;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// What a command throws becomes one sentence and an exit status; only a surprise shows its trace.
record Failures(Interruption interruption) implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    if (interruption.requested()) {
      return say(line, ExitCode.INTERRUPTED, "interrupted");
    }
    Failure known = Failure.within(failure);
    if (known != null) {
      return say(line, known.code(), known.sentence());
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException port) {
        return say(line, ExitCode.PORT_IN_USE, portInUse(port.getPort()));
      }
    }
    failure.printStackTrace(line.getErr());
    return say(line, ExitCode.FAILED, failure.toString());
  }

  private static String portInUse(int port) {
    return "the port %d is in use by another program: take another one with --port".formatted(port);
  }

  private static int say(CommandLine line, ExitCode code, String message) {
    line.getErr().println("daybook: " + message);
    line.getErr().flush();
    return code.status();
  }
}
