package io.daybook.app.postgres;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A pooler of this machine, where it has one, before a server on this machine.
record PgBouncer(Process process, int port) implements AutoCloseable {

  static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "pgbouncer"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static PgBouncer start(Path folder, int server, String mode) throws IOException {
    int port = freePort();
    Path settings =
        Files.writeString(
            folder.resolve(mode + ".ini"),
            """
            [databases]
            * = host=127.0.0.1 port=%d user=postgres
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = any
            pool_mode = %s
            ignore_startup_parameters = extra_float_digits
            """
                .formatted(server, port, mode));
    List<String> command = new ArrayList<>(List.of(installed().orElseThrow().toString()));
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("-u", "nobody")); // it refuses to run as root
    }
    command.add(settings.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(mode + ".log").toFile())
            .start();
    PgBouncer pooler = new PgBouncer(process, port);
    await().until(pooler::isListening);
    return pooler;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  DatabaseAddress address(String database) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), "postgres", null);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
