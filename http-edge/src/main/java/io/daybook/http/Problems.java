package io.daybook.http;

import io.daybook.eventstore.AppendTooLarge;
import io.daybook.eventstore.NotStorable;
import io.daybook.eventstore.SeldomLog;
import io.daybook.eventstore.SqlStates;
import io.daybook.eventstore.StoreUnavailable;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Refusals as problem details (RFC 9457), with the stable code and the fields at fault.
@RestControllerAdvice
public class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_AFTER_SECONDS = "1";

  private final SeldomLog unavailable = new SeldomLog();

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Rejection rejection) {
    return answer(of(rejection));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> overtaken(ConcurrencyException e) {
    LOG.debug("A change was overtaken by another", e);
    return answer(of(Rejection.of(KernelRejection.CONCURRENT_CHANGE)));
  }

  /// Not logged as an error: the store logs once that it is unavailable and once that it is back.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(StoreUnavailable e) {
    LOG.debug("The event store takes nothing", e);
    return answer(
        of(
            Rejection.of(
                switch (e.outcome()) {
                  case NOTHING_WRITTEN -> KernelRejection.STORE_UNAVAILABLE;
                  case UNKNOWN -> KernelRejection.OUTCOME_UNKNOWN;
                })));
  }

  /// Without this handler, Spring takes the broken connection to the database for that of a caller who has
  /// gone, and answers 200 with no body. Reading comes before deciding, so nothing was written.
  ///
  /// Thousands of requests may fail for one reason, which is logged once a minute.
  @ExceptionHandler({
    EventStoreException.class,
    DataAccessException.class,
    TransactionException.class
  })
  ResponseEntity<ProblemDetail> unreadable(RuntimeException e) {
    if (SqlStates.isCausedByUnavailability(e)) {
      if (unavailable.isDue()) {
        LOG.warn("The database is not available, callers are told to come again", e);
      }
      return answer(of(Rejection.of(KernelRejection.STORE_UNAVAILABLE)));
    }
    LOG.error("A command failed", e);
    return answer(ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(AppendTooLarge e) {
    LOG.debug("A command wants too much written", e);
    return answer(of(KernelRejection.CHANGE_TOO_LARGE, String.valueOf(e.getMessage())));
  }

  /// The edge refuses such a value by the field of the command. What comes past it is refused by the store.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> notStorable(NotStorable e) {
    LOG.debug("A command wants written what cannot be kept", e);
    return answer(
        of(Rejection.of(KernelRejection.NOT_STORABLE).with(e.field(), e.subject(), e.reason())));
  }

  public static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return answer.body(problem);
  }

  public static ProblemDetail of(Rejection rejection) {
    ProblemDetail problem = of(rejection.code(), rejection.code().rule());
    List<Map<String, Object>> fields = new ArrayList<>();
    for (Rejection.Violation violation : rejection.violations()) {
      Map<String, Object> field = new LinkedHashMap<>();
      field.put("field", violation.field());
      field.put("value", violation.value());
      field.put("rule", violation.rule());
      fields.add(field);
    }
    problem.setProperty("fields", fields);
    return problem;
  }

  public static ProblemDetail of(RejectionCode code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(code), detail);
    problem.setType(URI.create("urn:daybook:problem:" + code.name()));
    problem.setTitle(code.name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT));
    problem.setProperty("code", code.name());
    return problem;
  }

  private static HttpStatusCode status(RejectionCode code) {
    return code instanceof EdgeRejection edge
        ? HttpStatusCode.valueOf(edge.status())
        : status(code.kind());
  }

  private static HttpStatus status(RejectionCode.Kind kind) {
    return switch (kind) {
      case MALFORMED -> HttpStatus.BAD_REQUEST;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case RULE_BROKEN -> HttpStatus.UNPROCESSABLE_CONTENT;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
