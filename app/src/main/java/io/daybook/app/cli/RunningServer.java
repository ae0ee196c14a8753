package io.daybook.app.cli;

import io.daybook.app.DataDirectory;
import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.Launch;
import io.daybook.app.ServerFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/// The server of a data directory: the one that is running there, or one for this command's time.
public final class RunningServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final URI baseUrl;
  private final @Nullable ConfigurableApplicationContext own;

  private RunningServer(URI baseUrl, @Nullable ConfigurableApplicationContext own) {
    this.baseUrl = baseUrl;
    this.own = own;
  }

  /// A server that holds the directory but does not answer yet is just starting: it is waited for.
  public static RunningServer on(Path dataDirectory, int port) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<ServerFile> answering = ServerFile.read(dataDirectory).filter(Instance::answers);
      if (answering.isPresent()) {
        return new RunningServer(URI.create(answering.get().url()), null);
      }
      Optional<RunningServer> own = startUnlessHeld(dataDirectory, port);
      if (own.isPresent()) {
        return own.get();
      }
      Thread.sleep(PAUSE);
    }
    throw new Failure(
        ExitCode.DATA_DIRECTORY_IN_USE,
        "the program that holds the data directory %s does not answer".formatted(dataDirectory));
  }

  /// Another program may take the directory between the look and the start.
  private static Optional<RunningServer> startUnlessHeld(Path dataDirectory, int port) {
    if (DataDirectory.isHeld(dataDirectory)) {
      return Optional.empty();
    }
    try {
      ConfigurableApplicationContext context = Launch.on(dataDirectory, port).quietly().start();
      return Optional.of(new RunningServer(URI.create(Urls.of(context).base()), context));
    } catch (RuntimeException failure) {
      Failure known = Failure.within(failure);
      if (known != null && known.code() == ExitCode.DATA_DIRECTORY_IN_USE) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /// For example `http://127.0.0.1:8080`, without a slash at the end.
  public URI baseUrl() {
    return baseUrl;
  }

  /// Whether this command started it, and will end it.
  public boolean isOwn() {
    return own != null;
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
