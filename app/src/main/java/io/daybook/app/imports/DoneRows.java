package io.daybook.app.imports;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which rows of an input are done. It saves asking the server about each of them, and nothing more:
/// without it, or with an old one, an import comes to the same end.
public final class DoneRows {
  private static final long SAVE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  record Content(String done, Map<Integer, Refusal> refused) {}

  private final Path file;
  private BitSet done = new BitSet();
  private final Map<Integer, Refusal> refused = new TreeMap<>();
  private long savedAt = System.nanoTime();

  private DoneRows(Path file) {
    this.file = file;
  }

  /// @param name tells the input from every other one, by what is in it
  static DoneRows open(Path dataDirectory, String name) {
    Path folder = dataDirectory.resolve("imports");
    try {
      Files.createDirectories(folder);
      DoneRows checkpoint = new DoneRows(folder.resolve(name + ".json"));
      checkpoint.load();
      return checkpoint;
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot keep a checkpoint in " + folder, e);
    }
  }

  private void load() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try {
      Content content = JSON.readValue(Files.readString(file), Content.class);
      done = BitSet.valueOf(Base64.getDecoder().decode(content.done()));
      refused.putAll(content.refused());
    } catch (JacksonException | IllegalArgumentException e) {
      Files.delete(file); // of another version: the import asks the server instead
    }
  }

  public synchronized boolean isDone(int row) {
    return done.get(row);
  }

  public synchronized int count() {
    return done.cardinality();
  }

  public synchronized void done(int row) {
    done.set(row);
    if (System.nanoTime() - savedAt > SAVE_NANOS) {
      save();
    }
  }

  public synchronized void refused(int row, Refusal refusal) {
    refused.put(row, refusal);
    done(row);
  }

  /// What was refused, by row, in this run and in the earlier ones.
  public synchronized Map<Integer, Refusal> refusals() {
    return new TreeMap<>(refused);
  }

  synchronized void forget() {
    done.clear();
    refused.clear();
  }

  /// The old file stands until the new one is complete and on the disk.
  synchronized void save() {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    String bits = Base64.getEncoder().encodeToString(done.toByteArray());
    try {
      Files.writeString(draft, JSON.writeValueAsString(new Content(bits, refused)));
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot write the checkpoint " + file, e);
    }
    savedAt = System.nanoTime();
  }
}
