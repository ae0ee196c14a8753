package io.daybook.query.graphql;

import io.daybook.kernel.Rejection;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// A request whose body was read already. One that is sent in chunks does not say its length, so
/// reading is the only way to know whether it is too large.
final class ReadRequest extends HttpServletRequestWrapper {
  private final ByteArrayInputStream body;

  private ReadRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = new ByteArrayInputStream(body);
  }

  /// @throws Rejection with [QueryRejection#REQUEST_TOO_LARGE]
  static ReadRequest of(HttpServletRequest request, int limit) throws IOException {
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw Rejection.of(QueryRejection.REQUEST_TOO_LARGE)
          .with("body", "more", "must be at most " + limit + " bytes");
    }
    return new ReadRequest(request, body);
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Body(body);
  }

  private static final class Body extends ServletInputStream {
    private final ByteArrayInputStream body;

    Body(ByteArrayInputStream body) {
      this.body = body;
    }

    @Override
    public int read() {
      return body.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return body.read(bytes, offset, length);
    }

    @Override
    public boolean isFinished() {
      return body.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("The body is read already");
    }
  }
}
