package io.daybook.eventstore.audit;

import io.daybook.eventstore.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The tree of RFC 6962 (and RFC 9162), section 2.1, over the events of a batch. The first octet of
/// what is hashed distinguishes leaves from inner nodes, so that one cannot be passed off as the other.
final class MerkleTree {

  private static final int LEAF = 0;
  private static final int NODE = 1;

  private final Sha256 sha = new Sha256();

  byte[] leaf(long position, byte[] content) {
    return sha.octet(LEAF).number(position).fixed(content).end();
  }

  private byte[] node(byte[] left, byte[] right) {
    return sha.octet(NODE).fixed(left).fixed(right).end();
  }

  /// Of the contents of the events from this position on.
  byte[][] leaves(long first, List<byte[]> contents) {
    byte[][] leaves = new byte[contents.size()][];
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] = leaf(first + i, contents.get(i));
    }
    return leaves;
  }

  byte[] root(byte[][] leaves) {
    byte[][] level = leaves;
    while (level.length > 1) {
      level = above(level);
    }
    return level[0];
  }

  /// A last node without a neighbour goes up as it is: the same tree as that of the RFC, which splits
  /// at the largest power of two.
  private byte[][] above(byte[][] level) {
    byte[][] above = Arrays.copyOf(level, (level.length + 1) / 2);
    for (int i = 0; i < above.length; i++) {
      above[i] = 2 * i + 1 < level.length ? node(level[2 * i], level[2 * i + 1]) : level[2 * i];
    }
    return above;
  }

  /// The neighbours on the way from a leaf to the root.
  List<byte[]> path(byte[][] leaves, int index) {
    List<byte[]> path = new ArrayList<>();
    byte[][] level = leaves;
    for (int i = index; level.length > 1; i /= 2) {
      int neighbour = i ^ 1;
      if (neighbour < level.length) {
        path.add(level[neighbour]);
      }
      level = above(level);
    }
    return path;
  }

  /// The root that a leaf and its path lead to; none if the path is not one of such a tree.
  Optional<byte[]> climb(byte[] leaf, long index, long size, List<byte[]> path) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    byte[] here = leaf;
    long last = size - 1;
    int used = 0;
    for (long i = index; last > 0; i /= 2, last /= 2) {
      if ((i ^ 1) <= last) {
        if (used == path.size()) {
          return Optional.empty();
        }
        byte[] neighbour = path.get(used++);
        here = i % 2 == 1 ? node(neighbour, here) : node(here, neighbour);
      }
    }
    return used == path.size() ? Optional.of(here) : Optional.empty();
  }
}
