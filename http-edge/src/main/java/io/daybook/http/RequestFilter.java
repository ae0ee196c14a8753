package io.daybook.http;

import io.daybook.kernel.Rejection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Refuses what no program of the shop sends: a request to another host, from a page of another origin, or
/// with a body that is no JSON. So a web page that somebody has open cannot send commands to a server on the
/// same machine. It comes before everything else: the API, GraphQL and its sockets, what the actuator shows.
final class RequestFilter extends OncePerRequestFilter {
  private static final MediaType ANY_JSON = new MediaType("application", "*+json");

  private final KnownHosts hosts;
  private final HandlerExceptionResolver problems;

  RequestFilter(KnownHosts hosts, HandlerExceptionResolver problems) {
    this.hosts = hosts;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Rejection refusal = refusal(request);
    if (refusal == null) {
      chain.doFilter(request, response);
    } else {
      problems.resolveException(request, response, null, refusal);
    }
  }

  private @Nullable Rejection refusal(HttpServletRequest request) {
    String host = request.getHeader(HttpHeaders.HOST);
    if (host != null && !hosts.isKnown(host)) {
      return Rejection.of(EdgeRejection.UNKNOWN_HOST)
          .with(HttpHeaders.HOST, host, "must be a loopback name, an address, or in daybook.hosts");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && !hosts.isKnownOrigin(origin, host)) {
      return Rejection.of(EdgeRejection.UNKNOWN_ORIGIN)
          .with(HttpHeaders.ORIGIN, origin, "must be of a host in daybook.hosts");
    }
    if (isCommand(request) && hasBody(request) && !isJson(request.getContentType())) {
      return Rejection.of(EdgeRejection.NOT_JSON)
          .with(HttpHeaders.CONTENT_TYPE, request.getContentType(), "must be application/json");
    }
    return null;
  }

  private static boolean isCommand(HttpServletRequest request) {
    return request.getRequestURI().startsWith(Route.API + "/");
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static boolean isJson(@Nullable String type) {
    try {
      MediaType given = MediaType.parseMediaType(type == null ? "" : type);
      boolean json = MediaType.APPLICATION_JSON.includes(given) || ANY_JSON.includes(given);
      return json
          && (given.getCharset() == null || given.getCharset().equals(StandardCharsets.UTF_8));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
