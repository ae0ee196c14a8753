package io.daybook.kernel;

/// New values, of which only those are written down that changed: what is absent did not change.
public interface Changes {}
