package io.daybook.eventstore.testing;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// Taken where a docker engine answers; its own reaper ends the container with the JVM.
final class ContainerServer implements TestServer {

  private static final int PORT = 5432;

  private final PostgreSQLContainer postgres =
      new PostgreSQLContainer("postgres:18-alpine")
          .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");

  ContainerServer() {
    postgres.start();
  }

  static boolean isPossible() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @Override
  public String url(String database) {
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
        .formatted(
            postgres.getHost(),
            postgres.getMappedPort(PORT),
            database,
            postgres.getUsername(),
            postgres.getPassword());
  }
}
