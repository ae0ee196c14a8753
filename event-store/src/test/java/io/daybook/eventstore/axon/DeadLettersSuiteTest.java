package io.daybook.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueueTest;
import org.junit.jupiter.api.AfterEach;

/// The tests of a dead-letter queue.
@Differs(
    in = "enqueueThrowsDeadLetterQueueOverflowExceptionWhenMaxSequencesIsReached",
    because = DeadLettersSuiteTest.NO_LIMIT)
@Differs(
    in = "enqueueThrowsDeadLetterQueueOverflowExceptionWhenMaxSequenceSizeIsReached",
    because = DeadLettersSuiteTest.NO_LIMIT)
@Differs(
    in = "enqueueIfPresentThrowsDeadLetterQueueOverflowExceptionForFullQueue",
    because = DeadLettersSuiteTest.NO_LIMIT)
@Differs(
    in = "isFullReturnsTrueAfterMaximumAmountOfSequencesIsReached",
    because = DeadLettersSuiteTest.NO_LIMIT)
@Differs(
    in = "isFullReturnsTrueAfterMaximumSequenceSizeIsReached",
    because = DeadLettersSuiteTest.NO_LIMIT)
class DeadLettersSuiteTest extends SequencedDeadLetterQueueTest<EventMessage<?>> {

  static final String NO_LIMIT = "Dead letters have no limit in number";

  /// Where Axon's tests expect the limit.
  private static final long MOST = 64;

  private static final String SEQUENCE = "sequence";

  @AfterEach
  void end() {
    setClock(Clock.systemUTC());
  }

  @Override
  protected SequencedDeadLetterQueue<EventMessage<?>> buildTestSubject() {
    return Letters.empty();
  }

  @Override
  protected long maxSequences() {
    return MOST;
  }

  @Override
  protected long maxSequenceSize() {
    return MOST;
  }

  @Override
  public DeadLetter<EventMessage<?>> generateInitialLetter() {
    return new GenericDeadLetter<>(SEQUENCE, generateEvent(), generateThrowable());
  }

  @Override
  protected DeadLetter<EventMessage<?>> generateFollowUpLetter() {
    return new GenericDeadLetter<>(SEQUENCE, generateEvent());
  }

  @Override
  protected DeadLetter<EventMessage<?>> mapToQueueImplementation(
      DeadLetter<EventMessage<?>> letter) {
    return letter instanceof JdbcDeadLetter
        ? letter
        : new JdbcDeadLetter<>(
            IdentifierFactory.getInstance().generateIdentifier(),
            0L,
            SEQUENCE,
            letter.enqueuedAt(),
            letter.lastTouched(),
            letter.cause().orElse(null),
            letter.diagnostics(),
            letter.message());
  }

  @Override
  protected void setClock(Clock clock) {
    GenericDeadLetter.clock = clock;
  }

  @Override
  protected void assertLetter(
      DeadLetter<? extends EventMessage<?>> expected, DeadLetter<? extends EventMessage<?>> found) {
    assertThat(found.message().getIdentifier()).isEqualTo(expected.message().getIdentifier());
    assertThat(found.message().getMetaData()).isEqualTo(expected.message().getMetaData());
    Object payload = found.message().getPayload();
    assertThat(payload).isEqualTo(expected.message().getPayload());
    assertThat(found.cause()).isEqualTo(expected.cause());
    assertThat(found.enqueuedAt()).isEqualTo(asStored(expected.enqueuedAt()));
    assertThat(found.lastTouched()).isEqualTo(asStored(expected.lastTouched()));
    assertThat(found.diagnostics()).isEqualTo(expected.diagnostics());
  }

  /// Axon writes milliseconds.
  private static Instant asStored(Instant instant) {
    return DateTimeUtils.parseInstant(DateTimeUtils.formatInstant(instant));
  }
}
