package io.daybook.eventstore;

import static io.daybook.eventstore.testing.Units.inUnit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.lamp.LampCommand;
import com.example.lamp.LampTest;
import com.example.lamp.TooBright;
import com.example.lamp.TooDark;
import io.daybook.eventstore.append.Rig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is kept of an aggregate is what its stream says, whoever has written it.
class AggregateCacheTest extends LampTest {

  @Autowired DataSource dataSource;
  @Autowired CommandBus bus;
  @Autowired Repository<?> lampRepository;
  private Rig other;

  @BeforeEach
  void startAnotherNode() {
    other = Rig.withoutLog(dataSource);
  }

  @AfterEach
  void stop() {
    other.close();
  }

  @Test
  void an_aggregate_is_kept_for_its_next_command() {
    String lamp = installed();
    Object first = root(lamp);
    light(lamp, 3);

    assertThat(root(lamp)).isSameAs(first);
    assertThat(light(lamp, 4)).isEqualTo(3);
  }

  @Test
  void what_another_node_has_added_is_decided_on() {
    String lamp = installed();
    light(lamp, 30);
    other.append(lamp, 2, 1);

    assertThat(light(lamp, 40)).isEqualTo(2);
  }

  @Test
  void and_read_again_when_more_streams_have_grown_than_are_tracked() {
    String lamp = installed();
    light(lamp, 30);
    other.append(lamp, 2, 1);
    for (int times = 0; times < 4; times++) {
      other.append(IntStream.range(0, 5_000).<EventMessage<?>>mapToObj(_ -> newLit()).toList());
      installed(); // this node looks what has grown
    }

    assertThat(light(lamp, 40)).isEqualTo(2);
  }

  private static EventMessage<?> newLit() {
    return Rig.lit(newLamp(), 0);
  }

  @Test
  void an_aggregate_is_kept_through_the_growth_of_other_streams() {
    String lamp = installed();
    Object first = root(lamp);
    other.append(newLamp(), 0, 50);

    assertThat(root(lamp)).isSameAs(first);
  }

  @Test
  void a_command_that_fails_half_way_leaves_nothing_behind() {
    String lamp = installed();
    light(lamp, 30);
    assertThatThrownBy(() -> commands.sendAndWait(new LampCommand.Overload(lamp)))
        .isInstanceOf(TooBright.class);

    assertThat(light(lamp, 40)).isEqualTo(30);
  }

  @Test
  void a_dry_run_leaves_nothing_behind() {
    String lamp = installed();
    light(lamp, 30);
    GenericCommandMessage<?> dry =
        new GenericCommandMessage<>(
            new LampCommand.Light(lamp, 77), Map.of(DryRun.METADATA, "true"));
    assertThatThrownBy(() -> commands.sendAndWait(dry)).isInstanceOf(DryRun.class);

    assertThat(light(lamp, 40)).isEqualTo(30);
  }

  @Test
  void one_with_a_conflict_is_decided_again_on_what_was_written() throws Exception {
    String lamp = installed();
    light(lamp, 30);
    AtomicBoolean overtaken = new AtomicBoolean();
    try (Registration _ =
        bus.registerHandlerInterceptor(
            (_, chain) -> {
              Object decision = chain.proceed();
              if (overtaken.compareAndSet(false, true)) {
                CompletableFuture.runAsync(() -> other.append(lamp, 2, 1)).join();
              }
              return decision;
            })) {
      assertThat(light(lamp, 40)).isEqualTo(2);
    }
  }

  @Test
  void a_refusal_on_an_aggregate_from_the_cache_is_retried_when_its_stream_has_grown() {
    String lamp = installed();
    other.append(List.of(Rig.lit(lamp, 1)));

    assertThat(dim(lamp, true)).isTrue();
    assertThat(light(lamp, 40)).isZero();
    light(lamp, 0);
    assertThatThrownBy(() -> dim(lamp, true)).isInstanceOf(TooDark.class);
  }

  @Test
  void neither_is_there_nothing_to_do_when_it_is_not_so_any_more() {
    String lamp = installed();
    other.append(List.of(Rig.lit(lamp, 1)));

    assertThat(dim(lamp, false)).isTrue();
    assertThat(dim(lamp, false)).isFalse();
  }

  private boolean dim(String lamp, boolean strictly) {
    return commands.sendAndWait(new LampCommand.Dim(lamp, strictly));
  }

  private Object root(String lamp) {
    return inUnit(() -> lampRepository.load(lamp).invoke(Function.identity()));
  }
}
