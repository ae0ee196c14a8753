package io.daybook.app.processors;

import org.jspecify.annotations.Nullable;

/// What one event processor is doing.
///
/// @param segments how many parts its stream is worked on in, on this node
/// @param position the position up to which every part has come
/// @param head the position of the last event in the store
/// @param lag the positions between both; a position that no event took counts as well
/// @param deadLetters the events that it could not handle, and those waiting behind them
/// @param error what it is failing on at the moment, again and again
/// @param replaying it is on its way over events that it has handled before
/// @param stuck where it makes no progress though there is something to do; absent while it goes on
public record ProcessorState(
    String name,
    Kind kind,
    boolean running,
    int segments,
    long position,
    long head,
    long lag,
    long deadLetters,
    @Nullable String error,
    boolean replaying,
    @Nullable StuckAt stuck) {

  /// Only a projection can be rebuilt: what a process does, it does once.
  public enum Kind {
    PROJECTION,
    PROCESS
  }
}
