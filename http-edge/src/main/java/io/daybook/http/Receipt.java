package io.daybook.http;

import org.jspecify.annotations.Nullable;

/// The outcome of a request that was handled.
///
/// @param position of the last event that it wrote, or of the store's last event where it wrote none
/// @param changed whether it wrote anything
/// @param repeated the id that an earlier request with the same key was answered with
public record Receipt(long position, boolean changed, @Nullable String repeated) {}
