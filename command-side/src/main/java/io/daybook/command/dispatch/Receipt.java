package io.daybook.command.dispatch;

import org.jspecify.annotations.Nullable;

/// What a handled request got.
///
/// @param position of the last event that it wrote; of the store's last where it wrote none
/// @param changed whether it wrote anything
/// @param repeated the id that an earlier request with the same key was answered with
public record Receipt(long position, boolean changed, @Nullable String repeated) {}
