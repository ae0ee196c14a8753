package io.daybook.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// What runs of one data directory's PostgreSQL, told by the program file, which is the directory's
/// own.
///
/// The number in `postmaster.pid` alone says nothing: after a crash the file stays behind, and the
/// system may have given the number to any other program, which must not be hurt.
record Postmaster(Path cluster, Path program) {
  static Postmaster of(Path cluster, Path home) {
    return new Postmaster(cluster, home.resolve("bin/postgres"));
  }

  /// The server, if the pid file names a live one of ours.
  Optional<ProcessHandle> running() throws IOException {
    return named().filter(this::isOurs);
  }

  /// Takes away a pid file that names a stranger: PostgreSQL would not start while that one runs.
  void forgetStranger() throws IOException {
    if (named().isPresent() && running().isEmpty() && ours().findAny().isEmpty()) {
      Files.deleteIfExists(pidFile());
    }
  }

  /// The server and its sessions, which outlive a killed server for a moment.
  Stream<ProcessHandle> ours() {
    return ProcessHandle.allProcesses().filter(this::isOurs);
  }

  private boolean isOurs(ProcessHandle process) {
    return process.info().command().filter(program.toString()::equals).isPresent();
  }

  private Optional<ProcessHandle> named() throws IOException {
    try (Stream<String> lines = Files.lines(pidFile())) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("[0-9]{1,10}"))
          .map(Long::parseLong)
          .flatMap(ProcessHandle::of);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Path pidFile() {
    return cluster.resolve("postmaster.pid");
  }
}
