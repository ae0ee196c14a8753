package io.daybook.eventstore.testing;

/// A PostgreSQL server that lives as long as the test JVM.
sealed interface TestServer permits EmbeddedServer, ContainerServer {

  /// The JDBC URL of one of its databases, with the superuser's credentials.
  String url(String database);

  static TestServer start() {
    return ContainerServer.isPossible() ? new ContainerServer() : new EmbeddedServer();
  }
}
