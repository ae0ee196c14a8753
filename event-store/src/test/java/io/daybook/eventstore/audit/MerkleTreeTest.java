package io.daybook.eventstore.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// The tree, held against the definition of RFC 6962, section 2.1, written down here once more.
class MerkleTreeTest {

  private final MerkleTree tree = new MerkleTree();

  @Property
  void the_root_is_that_of_the_rfc(
      @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @LongRange(min = 1) long first)
      throws Exception {
    List<byte[]> contents = contents(size);

    assertThat(tree.root(tree.leaves(first, contents)))
        .isEqualTo(root(first, contents.toArray(byte[][]::new)));
  }

  private static byte[] root(long first, byte[][] contents) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    if (contents.length == 1) {
      sha.update((byte) 0);
      sha.update(ByteBuffer.allocate(8).putLong(first).array());
      return sha.digest(contents[0]);
    }
    int split = Integer.highestOneBit(contents.length - 1);
    byte[] left = root(first, Arrays.copyOf(contents, split));
    byte[] right = root(first + split, Arrays.copyOfRange(contents, split, contents.length));
    sha.update((byte) 1);
    sha.update(left);
    return sha.digest(right);
  }

  @Property
  void every_leaf_leads_to_the_root_and_only_from_its_own_place(
      @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(min = 0, max = 69) int any) {
    int index = any % size;
    byte[][] leaves = tree.leaves(1, contents(size));
    List<byte[]> path = tree.path(leaves, index);
    byte[] root = tree.root(leaves);

    assertThat(tree.climb(leaves[index], index, size, path)).hasValue(root);
    for (int other = -1; other <= size; other++) {
      if (other != index) {
        assertThat(tree.climb(leaves[index], other, size, path))
            .satisfies(climbed -> climbed.ifPresent(it -> assertThat(it).isNotEqualTo(root)));
      }
    }
  }

  private static List<byte[]> contents(int size) {
    return IntStream.range(0, size).mapToObj(n -> new Sha256().number(n).end()).toList();
  }
}
