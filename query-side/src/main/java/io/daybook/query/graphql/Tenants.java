package io.daybook.query.graphql;

import graphql.GraphQLContext;
import io.daybook.kernel.TenantId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds out whose data a request may see, before anything is read.
///
/// It is the header of the request, or of the handshake. A browser cannot set headers on a
/// handshake, so a WebSocket may name the tenant in the payload of `connection_init` as well.
@Component
public class Tenants implements WebSocketGraphQlInterceptor {
  public static final String HEADER = "Daybook-Tenant";

  /// Where fields find it: `@ContextValue TenantId tenant`.
  public static final String KEY = "tenant";

  public static TenantId of(GraphQLContext context) {
    return Objects.requireNonNull(context.get(KEY), "A request without a tenant");
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    TenantId tenant = named(nameIn(request));
    request.configureExecutionInput(
        (_, input) -> input.graphQLContext(Map.of(KEY, tenant)).build());
    return chain.next(request);
  }

  @Override
  public Mono<Object> handleConnectionInitialization(
      WebSocketSessionInfo session, Map<String, Object> payload) {
    return Mono.fromRunnable(
        () -> {
          if (payload.get(HEADER) instanceof String name) {
            session.getAttributes().put(HEADER, named(name).value());
          }
        });
  }

  static TenantId named(@Nullable String name) {
    return name == null ? TenantId.DEFAULT : new TenantId(name);
  }

  private static @Nullable String nameIn(WebGraphQlRequest request) {
    if (request instanceof WebSocketGraphQlRequest onSocket
        && onSocket.getSessionInfo().getAttributes().get(HEADER) instanceof String name) {
      return name;
    }
    return request.getHeaders().getFirst(HEADER);
  }
}
