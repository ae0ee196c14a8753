package io.daybook.app;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// A refusal is told by the command line in one sentence; Spring's pages about it are left out.
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalReporter implements SpringBootExceptionReporter {
  @Override
  public boolean reportException(Throwable failure) {
    return Failure.within(failure) != null;
  }
}
