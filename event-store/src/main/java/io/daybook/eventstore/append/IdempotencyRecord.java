package io.daybook.eventstore.append;

import io.daybook.eventstore.Answer;
import java.time.Instant;

/// The answer to a request, to be stored under the request's idempotency key.
record IdempotencyRecord(Key key, Answer answer, Instant at) {

  record Key(String tenant, String caller, String key) {}
}
