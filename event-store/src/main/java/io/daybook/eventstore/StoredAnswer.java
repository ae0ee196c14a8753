package io.daybook.eventstore;

/// An answer as it is kept, with the position that the store had come to with its effect.
public record StoredAnswer(Answer answer, long position) {}
