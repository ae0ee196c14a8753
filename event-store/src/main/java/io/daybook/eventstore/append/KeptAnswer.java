package io.daybook.eventstore.append;

import io.daybook.eventstore.Answer;
import java.time.Instant;

/// An answer on its way into the store, under its idempotency key.
record KeptAnswer(Key key, Answer answer, Instant at) {

  record Key(String tenant, String caller, String key) {}
}
