package io.daybook.eventstore.append;

import java.util.UUID;

/// Written with each batch, so that its writer can ask later whether the batch was committed.
///
/// @param number counted by its writer
record BatchId(UUID writer, long number) {}
