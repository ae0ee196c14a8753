package io.daybook.eventstore.batch;

/// A row that is to be written.
record Entry<R>(Write<R> write, R row) {}
