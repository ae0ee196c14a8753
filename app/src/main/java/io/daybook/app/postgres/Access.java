package io.daybook.app.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The embedded server's port and password: chosen at the first start, then kept in a file that
/// only its owner reads, so that psql and backup jobs can be set up once.
record Access(int port, String password) {
  private static final String NAME = "postgres.properties";

  static Access of(Path dataDirectory) throws IOException {
    Path file = dataDirectory.resolve(NAME);
    if (!Files.exists(file)) {
      new Access(freePort(), newPassword()).write(file);
    }
    Access kept = read(file);
    if (isFree(kept.port)) {
      return kept;
    }
    Access moved = new Access(freePort(), kept.password);
    moved.write(file);
    return moved;
  }

  /// As it was chosen, with the server that it is of running.
  static Access kept(Path dataDirectory) throws IOException {
    return read(dataDirectory.resolve(NAME));
  }

  private static Access read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new Access(
        Integer.parseInt(properties.getProperty("port")), properties.getProperty("password"));
  }

  private void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("password", password);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "The embedded PostgreSQL: user daybook, database daybook");
    }
  }

  private static String newPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
