package io.daybook.query.graphql;

import io.daybook.eventstore.SqlStates;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// What is said about a read by its headers and its size, looked at before GraphQL sees it. The
/// answers are problem details (RFC 9457), as those of the command API are.
final class ReadFilter extends OncePerRequestFilter {
  static final String AT_LEAST = "Daybook-At-Least";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final AtLeast atLeast;
  private final int requestBytes;

  ReadFilter(AtLeast atLeast, int requestBytes) {
    this.atLeast = atLeast;
    this.requestBytes = requestBytes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpServletRequest checked;
    try {
      checked = checked(request);
    } catch (Rejection refused) {
      answer(refused, response);
      return;
    } catch (RuntimeException e) {
      if (!SqlStates.isCausedByUnavailability(e)) {
        throw e;
      }
      logger.debug("How far the projections are cannot be read", e);
      answer(Rejection.of(KernelRejection.STORE_UNAVAILABLE), response);
      return;
    }
    chain.doFilter(checked, response);
  }

  /// The handshake of a WebSocket has no body, and must stay the request that it is.
  private HttpServletRequest checked(HttpServletRequest request) throws IOException {
    Tenants.named(request.getHeader(Tenants.HEADER));
    boolean hasBody = request.getMethod().equals("POST");
    HttpServletRequest read = hasBody ? ReadRequest.of(request, requestBytes) : request;
    await(request.getHeader(AT_LEAST));
    return read;
  }

  private void await(@Nullable String header) {
    if (header != null && !atLeast.reached(position(header))) {
      throw Rejection.of(QueryRejection.POSITION_NOT_REACHED)
          .with(AT_LEAST, header, "is further than this node has come");
    }
  }

  private static long position(String header) {
    if (header.matches("[0-9]{1,18}")) {
      return Long.parseLong(header);
    }
    throw Rejection.of(QueryRejection.INVALID_POSITION)
        .with(AT_LEAST, header, "must be a whole number from 0, as Daybook-Position gave it");
  }

  private static void answer(Rejection refused, HttpServletResponse response) throws IOException {
    HttpStatus status = status(refused);
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:daybook:problem:" + refused.code().name());
    problem.put("status", status.value());
    problem.put("detail", refused.code().rule());
    problem.putAll(Refusals.extensions(refused));
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(JSON.writeValueAsBytes(problem));
  }

  private static HttpStatus status(Rejection refused) {
    return switch (refused.code()) {
      case QueryRejection.POSITION_NOT_REACHED, KernelRejection.STORE_UNAVAILABLE ->
          HttpStatus.SERVICE_UNAVAILABLE;
      case QueryRejection.REQUEST_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      default -> HttpStatus.BAD_REQUEST;
    };
  }
}
