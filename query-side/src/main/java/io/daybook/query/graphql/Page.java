package io.daybook.query.graphql;

import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for. That `first` is in range is seen to before execution, by
/// [QueryLimits].
public record Page(int first, @Nullable String after) {}
