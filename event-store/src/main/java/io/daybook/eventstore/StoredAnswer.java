package io.daybook.eventstore;

/// An answer as it is stored, and the position of the last event that the request has caused.
public record StoredAnswer(Answer answer, long position) {}
