package io.daybook.query.graphql;

import io.daybook.kernel.Rejection;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/// Answers to plain HTTP. Where the database was not available it is 503: GraphQL's own status would be 200, which no
/// proxy, client or monitor takes for a failure. A subscription is refused, since there is one answer only.
final class HttpReads extends GraphQlHttpHandler {
  private static final String RETRY_AFTER_SECONDS = "1";

  HttpReads(WebGraphQlHandler handler) {
    super(handler);
  }

  @Override
  protected ServerResponse prepareResponse(
      ServerRequest request, Mono<WebGraphQlResponse> response) {
    return super.prepareResponse(request, response.map(HttpReads::withoutUpdates));
  }

  @Override
  protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType mediaType) {
    if (response.getErrors().stream().noneMatch(Refusals::isUnavailable)) {
      return super.selectResponseStatus(response, mediaType);
    }
    response.getResponseHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    return HttpStatus.SERVICE_UNAVAILABLE;
  }

  private static WebGraphQlResponse withoutUpdates(WebGraphQlResponse response) {
    return response.getData() instanceof Publisher
        ? new WebGraphQlResponse(
            new DefaultExecutionGraphQlResponse(
                response.getExecutionInput(),
                Refusals.result(Rejection.of(QueryRejection.SUBSCRIPTION_NEEDS_A_STREAM))))
        : response;
  }
}
