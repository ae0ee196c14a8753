package io.daybook.query.graphql;

import org.jspecify.annotations.Nullable;

/// The part of a list that a caller wants. [QueryLimits] has checked `first` before the execution.
public record Page(int first, @Nullable String after) {}
