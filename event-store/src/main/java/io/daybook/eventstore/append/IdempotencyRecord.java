package io.daybook.eventstore.append;

import io.daybook.eventstore.Answer;
import io.daybook.eventstore.format.StoredText;

/// The answer to a request, to be stored under the request's idempotency key.
record IdempotencyRecord(Key key, Answer answer) {

  record Key(String tenant, String caller, String key) {

    /// @throws io.daybook.eventstore.NotStorable if PostgreSQL would keep another key, which may be another request's
    Key {
      StoredText.require("idempotency key", "caller", caller);
      StoredText.require("idempotency key", "key", key);
    }
  }
}
