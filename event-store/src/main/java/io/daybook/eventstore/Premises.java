package io.daybook.eventstore;

/// What the current unit of work takes for granted, besides the claims that it read. It is checked when
/// its events are appended, under the lock that all appends take; if it no longer holds, the command
/// ends in a [org.axonframework.modelling.command.ConcurrencyException] and is tried again.
public interface Premises {

  /// That nothing was added to a stream: `sequence` is its last, -1 for one without events.
  ///
  /// @throws IllegalStateException without a unit of work
  void streamEndsAt(String stream, long sequence);
}
