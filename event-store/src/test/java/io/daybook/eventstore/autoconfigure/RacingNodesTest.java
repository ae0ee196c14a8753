package io.daybook.eventstore.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.Answer;
import io.daybook.eventstore.IdempotencyRecords;
import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two nodes get the same request at the same time, as from a client that has tried again elsewhere.
class RacingNodesTest {

  private static final String LAMP = "shop/lamp_wanted";

  private final DataSource database = TestDatabase.fresh();
  private final ScheduledExecutorService retries = Executors.newScheduledThreadPool(2);
  private final CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
  private final AtomicInteger decisions = new AtomicInteger();

  @AfterEach
  void stop() {
    retries.shutdownNow();
  }

  @Test
  void of_two_that_create_a_stream_under_one_key_both_get_the_answer_of_the_first()
      throws Exception {
    try (Rig one = new Rig(database);
        Rig other = new Rig(database);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      CommandGateway first = gateway("\"one\"", one);
      CommandGateway second = gateway("\"other\"", other);
      Future<String> answer = clients.submit(() -> first.sendAndWait("create"));
      Future<String> same = clients.submit(() -> second.sendAndWait("create"));

      assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(same.get(30, TimeUnit.SECONDS));
      assertThat(one.rows.head()).isEqualTo(1);
      assertThat(decisions).hasValue(3);
    }
  }

  /// @param name in JSON
  @SuppressWarnings("resource") // the registration lives as long as the bus
  private CommandGateway gateway(String name, Rig node) {
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    bus.subscribe(String.class.getName(), _ -> create(name, node, node.answers()));
    return DefaultCommandGateway.builder()
        .commandBus(bus)
        .retryScheduler(new ConflictRetries(retries, 3, Duration.ofMillis(1)))
        .build();
  }

  private String create(String name, Rig node, IdempotencyRecords answers) throws Exception {
    Optional<String> known =
        answers.find("shop", "usr_1", "key").map(found -> found.answer().body());
    if (decisions.incrementAndGet() <= 2) {
      bothHaveLooked.await(30, TimeUnit.SECONDS);
    }
    if (known.isEmpty()) {
      node.append(List.of(Rig.lit(LAMP, 0)));
      answers.store("shop", "usr_1", "key", new Answer("hash", 201, "{}", name));
    }
    return known.orElse(name);
  }
}
