package io.daybook.eventstore.batch;

import java.io.Serial;

/// A handler has failed through no fault of its event, so the whole transaction is tried again.
final class NotParked extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  NotParked(Throwable cause) {
    super(cause);
  }
}
