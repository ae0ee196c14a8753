package io.daybook.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits.
public final class Uuid7 {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Uuid7() {}

  public static UUID at(Instant instant) {
    long time = instant.toEpochMilli() << 16;
    long version = 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
    long variant = 0x8000000000000000L | (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL);
    return new UUID(time | version, variant);
  }
}
