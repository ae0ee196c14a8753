package io.daybook.eventstore.append;

import java.util.UUID;

/// What a writer leaves with each batch, so that it finds out later whether it was committed.
///
/// @param batch counted by its writer
record Mark(UUID writer, long batch) {}
