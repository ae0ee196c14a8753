package io.daybook.eventstore.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.DuplicateEventId;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConflictRetriesTest {

  private static final int RETRIES = 3;

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final CommandBus bus = SimpleCommandBus.builder().build();
  private final CommandGateway gateway =
      DefaultCommandGateway.builder()
          .commandBus(bus)
          .retryScheduler(new ConflictRetries(executor, RETRIES, Duration.ofMillis(1)))
          .build();
  private final AtomicInteger tries = new AtomicInteger();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void a_command_with_a_conflict_is_retried() {
    onCommand(
        nth -> {
          if (nth < RETRIES) {
            throw new ConcurrencyException("lost");
          }
          return "won";
        });

    assertThat(gateway.<String>sendAndWait("command")).isEqualTo("won");
    assertThat(tries).hasValue(RETRIES);
  }

  @Test
  void a_command_with_one_conflict_after_the_other_fails() {
    onCommand(
        nth -> {
          throw new ConcurrencyException("lost");
        });

    assertThatThrownBy(() -> gateway.sendAndWait("command"))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(tries).hasValue(1 + RETRIES);
  }

  @Test
  void a_refusal_is_not_tried_again() {
    onCommand(
        nth -> {
          throw new IllegalArgumentException("refused");
        });

    assertThatThrownBy(() -> gateway.sendAndWait("command"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(tries).hasValue(1);
  }

  /// Decided again it may find the answer of whoever was first, or its aggregate there.
  @Test
  void a_command_that_finds_its_stream_created_is_retried() {
    onCommand(
        nth -> {
          if (nth < RETRIES) {
            throw new AggregateStreamCreationException("taken");
          }
          return "found";
        });

    assertThat(gateway.<String>sendAndWait("command")).isEqualTo("found");
    assertThat(tries).hasValue(RETRIES);
  }

  @Test
  void a_command_whose_event_is_stored_already_is_not_retried() {
    onCommand(
        nth -> {
          throw new DuplicateEventId("stored");
        });

    assertThatThrownBy(() -> gateway.sendAndWait("command")).isInstanceOf(DuplicateEventId.class);
    assertThat(tries).hasValue(1);
  }

  @Test
  void a_name_that_is_taken_stays_taken() {
    onCommand(
        nth -> {
          throw new AggregateStreamCreationException("taken");
        });

    assertThatThrownBy(() -> gateway.sendAndWait("command"))
        .isInstanceOf(AggregateStreamCreationException.class);
    assertThat(tries).hasValue(1 + RETRIES);
  }

  @SuppressWarnings("resource") // the registration lives as long as the bus
  private void onCommand(IntFunction<Object> answer) {
    bus.subscribe(String.class.getName(), command -> answer.apply(tries.incrementAndGet()));
  }
}
