package io.daybook.app.audit;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.eventstore.audit.Range;
import io.daybook.eventstore.audit.SignedHead;
import io.daybook.eventstore.audit.TrustedKeys;
import io.daybook.eventstore.audit.VerifiedPrefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// How far a verification was, in `verification.json` of the data directory. It counts only for one
/// that believes the same keys.
final class VerificationProgress {
  private static final long SAVE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  record Content(String head, long seals, List<Range> adopted, List<String> keys) {}

  private final Path file;
  private final List<String> keys;
  private VerifiedPrefix checked = VerifiedPrefix.NOTHING;
  private long savedAt = System.nanoTime();

  private VerificationProgress(Path file, List<String> keys) {
    this.file = file;
    this.keys = keys;
  }

  static VerificationProgress in(Path dataDirectory, TrustedKeys keys) {
    return new VerificationProgress(
        dataDirectory.resolve("verification.json"),
        keys.all().stream().map(key -> key.fingerprint().hex()).sorted().toList());
  }

  VerifiedPrefix load() {
    try {
      if (Files.exists(file)) {
        Content content = JSON.readValue(Files.readString(file), Content.class);
        if (content.keys().equals(keys)) {
          checked =
              new VerifiedPrefix(
                  SignedHead.parse(content.head()), content.seals(), content.adopted());
        }
      }
      return checked;
    } catch (JacksonException | IllegalArgumentException anotherVersion) {
      delete();
      return checked;
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot read the checkpoint " + file, e);
    }
  }

  void reached(VerifiedPrefix further) {
    checked = further;
    if (System.nanoTime() - savedAt > SAVE_NANOS) {
      save();
    }
  }

  void save() {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Content content =
        new Content(checked.head().toString(), checked.seals(), checked.adopted(), keys);
    try {
      Files.writeString(draft, JSON.writeValueAsString(content));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot write the checkpoint " + file, e);
    }
    savedAt = System.nanoTime();
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot delete the checkpoint " + file, e);
    }
  }
}
