package io.daybook.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `server.json` in the data directory: where the program that holds the directory answers.
///
/// It outlives a killed program, so a reader asks the address for the same `instance` first.
public record ServerFile(long pid, String url, String instance) {
  private static final String NAME = "server.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static Optional<ServerFile> read(Path dataDirectory) {
    try {
      return Optional.of(
          JSON.readValue(Files.readString(dataDirectory.resolve(NAME)), ServerFile.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) { // cut off by a power failure: as good as none
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(Path dataDirectory) {
    Path file = dataDirectory.resolve(NAME);
    Path draft = dataDirectory.resolve(NAME + ".new");
    try {
      Files.writeString(draft, JSON.writeValueAsString(this));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void delete(Path dataDirectory) {
    try {
      Files.deleteIfExists(dataDirectory.resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
