package io.daybook.eventstore.append;

import io.daybook.eventstore.Answer;

/// The answer to a request, to be stored under the request's idempotency key.
record IdempotencyRecord(Key key, Answer answer) {

  record Key(String tenant, String caller, String key) {}
}
