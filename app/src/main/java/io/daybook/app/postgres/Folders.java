package io.daybook.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

final class Folders {
  private Folders() {}

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> contentsFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      contentsFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : contentsFirst) {
      Files.delete(file);
    }
  }
}
