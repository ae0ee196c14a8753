package io.daybook.benchmarks.program;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Callers of the REST API, each with a connection of its own while it waits for an answer.
public final class RestClients implements AutoCloseable {
  private final BlockingQueue<HttpConnection> idle = new LinkedBlockingQueue<>();
  private final int connections;

  public RestClients(URI server, int connections) throws IOException {
    this.connections = connections;
    for (int connection = 0; connection < connections; connection++) {
      idle.add(new HttpConnection(server));
    }
  }

  public void create(UUID id) throws Exception {
    String json =
        """
        {"productId":"prd_%s","name":"Article %s","price":{"amountMinor":1299,"currency":"EUR"},\
        "categoryId":"%s"}\
        """
            .formatted(id, id, DaybookProgram.CATEGORY);
    send("POST", "/api/v1/products", json, 201);
  }

  public void update(UUID id, long cents) throws Exception {
    String json =
        """
        {"price":{"amountMinor":%d,"currency":"EUR"}}\
        """
            .formatted(cents);
    send("PATCH", "/api/v1/products/prd_" + id, json, 200);
  }

  private void send(String method, String path, String json, int expected) throws Exception {
    HttpConnection connection = idle.take();
    try {
      int status = connection.send(method, path, UUID.randomUUID().toString(), json);
      if (status != expected) {
        throw new IllegalStateException(method + " " + path + " was answered with " + status);
      }
    } finally {
      idle.add(connection);
    }
  }

  @Override
  public void close() throws Exception {
    for (int connection = 0; connection < connections; connection++) {
      idle.take().close();
    }
  }
}
