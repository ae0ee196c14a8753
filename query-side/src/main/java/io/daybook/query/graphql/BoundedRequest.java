package io.daybook.query.graphql;

import io.daybook.kernel.Rejection;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/// A request whose body ends with a refusal where it becomes too long: one that is sent in chunks
/// does not say its length beforehand.
final class BoundedRequest extends HttpServletRequestWrapper {
  private final int limit;

  BoundedRequest(HttpServletRequest request, int limit) {
    super(request);
    this.limit = limit;
  }

  static Rejection tooLarge(long bytes, int limit) {
    return Rejection.of(QueryRejection.REQUEST_TOO_LARGE)
        .with("body", bytes + " bytes", "must be at most " + limit + " bytes");
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream(), limit);
  }

  private static final class Bounded extends ServletInputStream {
    private final ServletInputStream body;
    private final int limit;
    private long count;

    Bounded(ServletInputStream body, int limit) {
      this.body = body;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      counted(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = body.read(bytes, offset, length);
      counted(Math.max(0, read));
      return read;
    }

    private void counted(int more) {
      count += more;
      if (count > limit) {
        throw tooLarge(count, limit);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
