package io.daybook.eventstore.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What the tests lose when the machine dies is worth nothing, so fsync stays off.
final class EmbeddedServer implements TestServer {

  private final EmbeddedPostgres postgres;

  EmbeddedServer() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "128MB")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String url(String database) {
    return postgres.getJdbcUrl("postgres", database);
  }
}
