package io.daybook.eventstore.format;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;

/// Gives every message a UUID of version 7 (RFC 9562), where Axon would give it one of version 4. Ids that
/// are made one after the other lie side by side in an index. A random id belongs on any page of it, and
/// when the index no longer fits into the memory of PostgreSQL, each append has to read such a page, and
/// to log it as a whole after every checkpoint.
///
/// The first 60 bits count: 48 bits of milliseconds, then 12 bits that number the ids of one millisecond
/// (the RFC's method of a counter with dedicated bits). The count never goes back, whatever the clock does,
/// and no two ids of one process have the same. After 4,096 ids in one millisecond it runs ahead of the
/// clock. The remaining 62 bits are random, so that two processes do not make the same id.
///
/// The time is that of Axon's own clock, from which each event takes its timestamp: an id and its event
/// tell the same time, also where a test has set that clock.
public final class TimeOrderedIds extends IdentifierFactory {

  private static final int COUNTER_BITS = 12;
  private static final long COUNTER = (1L << COUNTER_BITS) - 1;
  private static final int BITS_BELOW_TIME = 16;
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

  /// The generator of a thread may start alike on two machines that were started alike.
  private static final long OF_THIS_PROCESS = new SecureRandom().nextLong();

  private final Supplier<Clock> clock;
  private final AtomicLong last = new AtomicLong();

  /// As `ServiceLoader` makes it for Axon.
  public TimeOrderedIds() {
    this(() -> GenericEventMessage.clock);
  }

  TimeOrderedIds(Supplier<Clock> clock) {
    this.clock = clock;
  }

  /// In lower case.
  @Override
  public String generateIdentifier() {
    return next().toString();
  }

  private UUID next() {
    long now = clock.get().millis() << COUNTER_BITS;
    long count = last.accumulateAndGet(now, (before, time) -> Math.max(before + 1, time));
    long time = count >>> COUNTER_BITS << BITS_BELOW_TIME;
    long random = ThreadLocalRandom.current().nextLong() ^ OF_THIS_PROCESS;
    return new UUID(time | VERSION | count & COUNTER, VARIANT | random & RANDOM_BITS);
  }
}
