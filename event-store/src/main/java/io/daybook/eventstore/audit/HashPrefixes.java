package io.daybook.eventstore.audit;

import java.util.Arrays;
import java.util.List;

/// The first octets of the hash of each event of a batch (`prints` in the table of seals). They are signed with
/// the seal, so that in a batch that was changed the event can be found that was changed.
final class HashPrefixes {

  /// Whoever wants another event to be blamed must find a collision of 64 bits; the change is found all the same.
  private static final int LENGTH = 8;

  private HashPrefixes() {}

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
