package io.daybook.query.graphql;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Answers 503 where the database was not available. GraphQL's own status would be 200, which no proxy, client or
/// monitor takes for a failure.
final class UnavailableReads extends GraphQlHttpHandler {
  private static final String RETRY_AFTER_SECONDS = "1";

  UnavailableReads(WebGraphQlHandler handler) {
    super(handler);
  }

  @Override
  protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType mediaType) {
    if (response.getErrors().stream().noneMatch(Refusals::isUnavailable)) {
      return super.selectResponseStatus(response, mediaType);
    }
    response.getResponseHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    return HttpStatus.SERVICE_UNAVAILABLE;
  }
}
