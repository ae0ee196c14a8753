package io.daybook.eventstore.audit;

import java.util.Arrays;
import java.util.List;

/// The first octets of each event's hash: few, but signed, so that of a batch that was changed the
/// very event can be named.
final class Prints {

  /// To mislead the naming, not the finding, somebody must find 64 bits.
  private static final int LENGTH = 8;

  private Prints() {}

  /// None for a single event: its root says as much.
  static byte[] of(List<byte[]> contents) {
    int size = contents.size();
    byte[] prints = new byte[size == 1 ? 0 : size * LENGTH];
    for (int i = 0; i * LENGTH < prints.length; i++) {
      System.arraycopy(contents.get(i), 0, prints, i * LENGTH, LENGTH);
    }
    return prints;
  }

  static boolean match(byte[] prints, int index, byte[] content) {
    int from = index * LENGTH;
    return from + LENGTH <= prints.length
        && Arrays.equals(prints, from, from + LENGTH, content, 0, LENGTH);
  }
}
