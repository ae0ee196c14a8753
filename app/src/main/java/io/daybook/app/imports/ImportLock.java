package io.daybook.app.imports;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second import out of a data directory while one runs: it would take the first one's
/// half-done orders for its own. The system gives the lock back however the process ends.
record ImportLock(FileChannel channel) implements AutoCloseable {

  static ImportLock take(Path dataDirectory) {
    Path folder = dataDirectory.resolve("imports");
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw new Failure(
            ExitCode.DATA_DIRECTORY_IN_USE,
            "another import into %s is running".formatted(dataDirectory));
      }
      return new ImportLock(channel);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot use " + folder, e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException byThisProcess) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
