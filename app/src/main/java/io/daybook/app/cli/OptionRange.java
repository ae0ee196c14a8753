package io.daybook.app.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The whole numbers that an option takes.
public record OptionRange(String option, int least, int most) {
  /// @throws ParameterException when the value is outside; it names the option, the value and the range
  public int check(int value, CommandSpec spec) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '%s': %d is not between %d and %d"
              .formatted(option, value, least, most));
    }
    return value;
  }
}
