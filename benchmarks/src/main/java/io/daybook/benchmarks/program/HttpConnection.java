package io.daybook.benchmarks.program;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One kept connection that sends a request and waits for its answer, and costs next to nothing: it
/// shares the cores with the server that it measures.
public final class HttpConnection implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final String host;

  public HttpConnection(URI server) throws IOException {
    this.socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.host = server.getAuthority();
  }

  /// Answers with the status. The body is read and thrown away.
  public int send(String method, String path, String key, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        %s %s HTTP/1.1
        Host: %s
        Content-Type: application/json
        Content-Length: %d
        Daybook-Actor: staff:usr_bench
        Idempotency-Key: %s

        """
            .formatted(method, path, host, body.length, key)
            .replace("\n", "\r\n");
    byte[] request = new byte[head.length() + body.length];
    System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
    System.arraycopy(body, 0, request, head.length(), body.length);
    socket.getOutputStream().write(request);
    return answer();
  }

  private int answer() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring("content-length:".length()).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.endsWith("chunked");
      }
    }
    if (chunked) {
      skipChunks();
    } else {
      in.skipNBytes(length);
    }
    return status;
  }

  private void skipChunks() throws IOException {
    for (int size = chunk(); size > 0; size = chunk()) {
      in.skipNBytes(size);
      line();
    }
    line();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("The server has closed the connection");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
