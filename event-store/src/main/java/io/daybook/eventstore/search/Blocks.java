package io.daybook.eventstore.search;

/// Blocks of 1,024 positions.
final class Blocks {

  private static final int BITS = 10;

  private Blocks() {}

  static long of(long position) {
    return position >> BITS;
  }

  static long first(long block) {
    return block << BITS;
  }

  static long last(long block) {
    return first(block + 1) - 1;
  }
}
