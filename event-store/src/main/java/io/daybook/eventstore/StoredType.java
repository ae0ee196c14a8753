package io.daybook.eventstore;

import org.jspecify.annotations.Nullable;

/// What is the same for all events of a kind.
public record StoredType(@Nullable String aggregateType, String name, @Nullable String revision) {}
