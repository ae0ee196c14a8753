package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampApplication;
import com.example.lamp.LampCommand;
import com.example.lamp.LampEvent;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Two programs with an aggregate in memory each, which both of them change all the time.
class RacingCommandsTest {

  /// Five thousand with `-Pfaults`.
  private static final int COMMANDS = Integer.getInteger("daybook.faults.raced", 250);

  private static final int CALLERS = 5;
  private static final int EACH = COMMANDS / CALLERS;
  private static final int BEGIN = 100;
  private static final String LAMP = "shop/lamp_raced";

  private final TestDatabase database = TestDatabase.create();
  private final AtomicInteger lost = new AtomicInteger();

  @Test
  void every_command_is_written_once_or_ends_in_a_conflict() throws Exception {
    try (ConfigurableApplicationContext one = start();
        ConfigurableApplicationContext other = start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      one.getBean(CommandGateway.class).sendAndWait(new LampCommand.Install(LAMP, "hall"));
      one.getBean(CommandGateway.class).sendAndWait(new LampCommand.Light(LAMP, BEGIN));
      List<Callable<Integer>> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        callers.add(() -> brighten(one.getBean(CommandGateway.class)));
        callers.add(() -> brighten(other.getBean(CommandGateway.class)));
      }
      int done = 0;
      for (Future<Integer> caller : threads.invokeAll(callers)) {
        done += caller.get();
      }

      assertThat(done + lost.get()).isEqualTo(callers.size() * EACH);
      assertThat(done).isPositive();
      assertThat(brightnesses(one))
          .isEqualTo(IntStream.rangeClosed(BEGIN, BEGIN + done).boxed().toList());
    }
  }

  /// @return how many were done
  private int brighten(CommandGateway commands) {
    int done = 0;
    for (int i = 0; i < EACH; i++) {
      try {
        commands.sendAndWait(new LampCommand.Brighten(LAMP));
        done++;
      } catch (ConcurrencyException e) {
        lost.incrementAndGet(); // in all its tries
      }
    }
    return done;
  }

  private static List<Integer> brightnesses(ConfigurableApplicationContext node) {
    return node.getBean(EventStore.class)
        .readEvents(LAMP, 1)
        .asStream()
        .<Integer>map(event -> ((LampEvent.Lit) event.getPayload()).brightness())
        .toList();
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(LampApplication.class)
        .web(WebApplicationType.NONE)
        .run("--spring.datasource.url=" + database.url());
  }
}
