package io.daybook.kernel;

/// A command whose handler answers with something that its sender needs.
///
/// @param <R> what the handler returns, never null
public interface Answered<R> extends Command {}
