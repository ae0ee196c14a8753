package io.daybook.app.processors;

import org.jspecify.annotations.Nullable;

/// What came of a retry.
///
/// @param handled every letter of the sequence could be handled
/// @param letters how many could be
/// @param waiting how many are still there: the first of them failed again, or another retry is at work on them
/// @param rows how many rows of its tables the projection has changed. 0 means that the view is as it was before; absent
///     where handlers do not write by a batch, as those of processes
record RetryOutcome(boolean handled, long letters, long waiting, @Nullable Long rows) {}
