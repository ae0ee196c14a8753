package io.daybook.eventstore;

import org.jspecify.annotations.Nullable;

/// What a request was answered with. `requestHash` tells the same request from another one under
/// the same key; `headers` is a JSON object, `body` any JSON or null.
public record Answer(String requestHash, int status, String headers, @Nullable String body) {}
