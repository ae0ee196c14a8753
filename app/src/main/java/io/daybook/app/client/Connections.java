package io.daybook.app.client;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/// Connections that stay open from one request to the next. Nothing is followed, sent again or
/// remembered of its own accord.
///
/// A thread blocks on its socket: an import shares the machine with the server that it fills, and what
/// hands a request from thread to thread takes twice the processor time.
final class Connections implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int MOST = 1_024;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CloseableHttpClient http =
      HttpClients.custom()
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setMaxConnPerRoute(MOST)
                  .setMaxConnTotal(MOST)
                  .setDefaultConnectionConfig(
                      ConnectionConfig.custom()
                          .setConnectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                          .build())
                  .build())
          .disableAuthCaching()
          .disableAutomaticRetries()
          .disableConnectionState()
          .disableContentCompression()
          .disableCookieManagement()
          .disableDefaultUserAgent()
          .disableRedirectHandling()
          .build();

  /// @param patience how long the server may be silent
  static HttpUriRequestBase request(String method, URI uri, Duration patience) {
    HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
    request.setConfig(
        RequestConfig.custom()
            .setProtocolUpgradeEnabled(false)
            .setResponseTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .build());
    return request;
  }

  /// @throws IOException when the server cannot be reached, or does not answer in time
  Reply send(HttpUriRequestBase request) throws IOException, InterruptedException {
    return Thread.currentThread().isVirtual() ? exchange(request) : interruptibly(request);
  }

  /// Only a virtual thread is woken from its socket when it is interrupted.
  private Reply interruptibly(HttpUriRequestBase request) throws IOException, InterruptedException {
    Future<Reply> reply = threads.submit(() -> exchange(request));
    try {
      return reply.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      reply.cancel(true);
    }
  }

  private Reply exchange(HttpUriRequestBase request) throws IOException {
    return http.execute(request, Connections::read);
  }

  private static Reply read(ClassicHttpResponse response) throws IOException {
    String position = valueOf(response, "Daybook-Position");
    return new Reply(
        response.getCode(),
        text(response.getEntity()),
        position == null ? -1 : Long.parseLong(position),
        valueOf(response, "Location"));
  }

  private static String text(@Nullable HttpEntity body) throws IOException {
    try {
      return body == null ? "" : EntityUtils.toString(body, StandardCharsets.UTF_8);
    } catch (ParseException e) {
      throw new IOException("The answer's kind cannot be read", e);
    }
  }

  private static @Nullable String valueOf(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  @Override
  public void close() {
    http.close(CloseMode.IMMEDIATE);
    threads.shutdownNow();
  }
}
