package io.daybook.app.audit;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.cli.Progress;
import io.daybook.eventstore.audit.SignedHead;
import io.daybook.eventstore.audit.TrustedKeys;
import io.daybook.eventstore.audit.Verdict;
import io.daybook.eventstore.audit.Verification;
import io.daybook.eventstore.audit.VerifiedPrefix;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A verification that is shown while it runs, and goes on where it was interrupted.
final class StoreCheck implements Verification.Progress, AutoCloseable {
  private final DataSource database;
  private final TrustedKeys keys;
  private final VerificationProgress checkpoint;
  private @Nullable Progress progress;

  StoreCheck(DataSource database, TrustedKeys keys, Path dataDirectory) {
    this.database = database;
    this.keys = keys;
    this.checkpoint = VerificationProgress.in(dataDirectory, keys);
  }

  Verdict run(boolean afresh, @Nullable SignedHead anchor)
      throws SQLException, InterruptedException {
    Verification verification = new Verification(database, keys);
    requireLog(verification);
    boolean complete = false;
    try (this) {
      Verdict verdict =
          verification.run(afresh ? VerifiedPrefix.NOTHING : checkpoint.load(), anchor, this);
      complete = true;
      return verdict;
    } finally {
      if (complete) {
        checkpoint.delete();
      } else {
        checkpoint.save();
      }
    }
  }

  private static void requireLog(Verification verification) throws SQLException {
    if (!verification.hasLog()) {
      throw new Failure(
          ExitCode.FAILED,
          "the store was last used by a version that sealed nothing: start the server once");
    }
  }

  @Override
  public void reached(VerifiedPrefix checked, long last) {
    if (progress == null) {
      progress = Progress.of("Verifying", last);
    }
    progress.reach(checked.head().position());
    checkpoint.reached(checked);
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
