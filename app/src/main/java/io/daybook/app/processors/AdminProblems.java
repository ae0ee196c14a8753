package io.daybook.app.processors;

import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode.Kind;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// A refusal of the admin API as RFC 9457 asks for it, with the code that callers branch on.
@RestControllerAdvice(assignableTypes = AdminApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AdminProblems {
  @ExceptionHandler
  ProblemDetail on(Rejection rejection) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status(rejection.code().kind()), rejection.code().rule());
    problem.setProperty("code", rejection.code().name());
    problem.setProperty("violations", rejection.violations());
    return problem;
  }

  private static HttpStatus status(Kind kind) {
    return switch (kind) {
      case MALFORMED -> HttpStatus.BAD_REQUEST;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case RULE_BROKEN -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }
}
