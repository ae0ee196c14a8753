package io.daybook.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The server process that `postmaster.pid` names, if that is what runs under the number today.
///
/// After a crash the file stays behind, and the system may have given the number to any other
/// program, which must not be hurt.
record Postmaster(ProcessHandle process) {
  static Optional<Postmaster> of(Path cluster) throws IOException {
    return pid(cluster)
        .flatMap(ProcessHandle::of)
        .filter(process -> serves(process, cluster))
        .map(Postmaster::new);
  }

  private static Optional<Long> pid(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      return lines.stream()
          .findFirst()
          .map(String::strip)
          .filter(Postmaster::isNumber)
          .map(Long::parseLong);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]{1,18}");
  }

  private static boolean serves(ProcessHandle process, Path cluster) {
    ProcessHandle.Info info = process.info();
    boolean postgres = info.command().filter(command -> command.endsWith("/postgres")).isPresent();
    String[] arguments = info.arguments().orElse(new String[0]);
    return postgres && Arrays.asList(arguments).contains(cluster.toString());
  }

  long pid() {
    return process.pid();
  }
}
