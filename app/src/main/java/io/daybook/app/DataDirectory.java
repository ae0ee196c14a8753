package io.daybook.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The folder of one installation, held by one program at a time.
///
/// The lock belongs to the process, so the system gives it back whatever way the process ends.
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK_FILE = "lock";

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Refuses with [ExitCode#DATA_DIRECTORY_IN_USE] when another program, or this one, holds it.
  public static DataDirectory open(Path directory) {
    try {
      Files.createDirectories(directory);
      Path path = directory.toRealPath();
      FileChannel channel =
          FileChannel.open(
              path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new Failure(ExitCode.DATA_DIRECTORY_IN_USE, inUse(path));
      }
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot use the data directory " + directory, e);
    }
  }

  /// Whether a program holds it at this moment.
  public static boolean isHeld(Path directory) {
    try {
      open(directory).close();
      return false;
    } catch (Failure refused) {
      if (refused.code() == ExitCode.DATA_DIRECTORY_IN_USE) {
        return true;
      }
      throw refused;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String inUse(Path path) {
    String holder =
        ServerFile.read(path)
            .filter(server -> ProcessHandle.of(server.pid()).isPresent())
            .map(server -> " (process " + server.pid() + ")")
            .orElse("");
    return "the data directory %s is in use by another daybook%s: stop it, or take another one with --data-dir"
        .formatted(path, holder);
  }

  public Path path() {
    return path;
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
