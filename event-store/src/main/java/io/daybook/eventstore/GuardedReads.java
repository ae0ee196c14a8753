package io.daybook.eventstore;

/// Guards streams that a decision has read besides its own aggregate: they must not grow before its events are
/// appended.
///
/// A guarded read is checked when the current unit of work is written, while its node holds the lock that every
/// append takes. If the stream has grown, the command ends in a
/// [org.axonframework.modelling.command.ConcurrencyException] and is retried.
public interface GuardedReads {

  /// @param sequence of the last event that was read, -1 for a stream without events
  /// @throws IllegalStateException without a unit of work
  void endsAt(String stream, long sequence);
}
