package io.daybook.app.cli;

import java.io.Console;
import java.util.Optional;

/// The form of the log: for a person, or for a program that collects logs.
enum LogFormat {
  auto,
  text,
  json;

  /// Spring Boot's name of the structured format, if one is to be used.
  Optional<String> structure() {
    boolean structured =
        switch (this) {
          case text -> false;
          case json -> true;
          case auto -> !onTerminal();
        };
    return structured ? Optional.of("logstash") : Optional.empty();
  }

  static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
