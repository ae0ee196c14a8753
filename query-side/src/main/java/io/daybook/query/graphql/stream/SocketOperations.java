package io.daybook.query.graphql.stream;

import graphql.ExecutionResult;
import io.daybook.kernel.Rejection;
import io.daybook.query.graphql.QueryRejection;
import io.daybook.query.graphql.Refusals;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.web.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Refuses on a socket what would be one operation too many. A fresh operation is counted before it costs anything.
final class SocketOperations implements WebGraphQlInterceptor {
  private final Map<String, Socket> sockets = new ConcurrentHashMap<>();
  private final int most;

  SocketOperations(int most) {
    this.most = most;
  }

  Socket opened(WebSocketSession session, OpenStreams.Place place) {
    Socket socket = new Socket(session, place, most);
    sockets.put(session.getId(), socket);
    return socket;
  }

  /// Null where it was refused, or is closed.
  @Nullable Socket of(String session) {
    return sockets.get(session);
  }

  @Nullable Socket closed(String session) {
    return sockets.remove(session);
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    Socket socket =
        request instanceof WebSocketGraphQlRequest sent ? of(sent.getSessionInfo().getId()) : null;
    if (socket == null) {
      return chain.next(request);
    }
    return socket.begin()
        ? chain.next(request).map(response -> counted(response, socket))
        : Mono.just(refusal(request));
  }

  private static WebGraphQlResponse counted(WebGraphQlResponse response, Socket socket) {
    return response.getData() instanceof Publisher<?> updates
        ? response.transform(it -> it.data(Flux.from(updates).doOnCancel(socket::end)))
        : response;
  }

  private WebGraphQlResponse refusal(WebGraphQlRequest request) {
    ExecutionResult result =
        Refusals.result(
            Rejection.of(QueryRejection.TOO_MANY_OPERATIONS)
                .with("operations", most + 1, "must be at most " + most));
    return new WebGraphQlResponse(
        new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
  }
}
