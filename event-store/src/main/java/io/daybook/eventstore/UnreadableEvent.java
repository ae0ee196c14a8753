package io.daybook.eventstore;

/// The payload type of an event whose stored type is not known to the catalogue, in its revision and after the
/// upcasters. There is never an object of it: asking the event for its payload fails and says why. Every processor
/// with dead letters parks such an event, since any of them might want it.
public final class UnreadableEvent {

  private UnreadableEvent() {}
}
