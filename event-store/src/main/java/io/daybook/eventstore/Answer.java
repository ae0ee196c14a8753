package io.daybook.eventstore;

import org.jspecify.annotations.Nullable;

/// The answer to a request. By `requestHash` a repetition of the request is told from another request with
/// the same key; `headers` is a JSON object, `body` any JSON or null.
public record Answer(String requestHash, int status, String headers, @Nullable String body) {}
