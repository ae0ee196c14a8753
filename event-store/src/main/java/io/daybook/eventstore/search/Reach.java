package io.daybook.eventstore.search;

/// How far the store has come.
///
/// @param head the last event's position
/// @param sealed up to where events are sealed
/// @param indexed up to where they are in the index; those behind it are looked through one by one
public record Reach(long head, long sealed, long indexed) {}
