package io.daybook.eventstore.search;

import io.daybook.eventstore.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;

/// Something that events of a block have.
record BlockKey(String name, String value) {

  private static final int UUID_LENGTH = 36;

  static BlockKey ofTenant(String tenant) {
    return new BlockKey("tenant", tenant);
  }

  static BlockKey ofType(int type) {
    return new BlockKey("type", Integer.toString(type));
  }

  static BlockKey ofLabel(String label, String value) {
    return new BlockKey("label " + label, value);
  }

  /// What stands for it in the index. Two keys may have one number: then a block is read in vain.
  ///
  /// For a UUID it is the upper half, in which ids of version 7 have the time, so that the keys of new events lie
  /// together at one place of the index.
  long number() {
    try {
      return value.length() == UUID_LENGTH
          ? UUID.fromString(value).getMostSignificantBits()
          : hash();
    } catch (IllegalArgumentException noUuid) {
      return hash();
    }
  }

  private long hash() {
    return ByteBuffer.wrap(Sha256.of(name + "=" + value)).getLong();
  }
}
