package io.daybook.eventstore;

import static io.daybook.eventstore.testing.Units.inUnit;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.lamp.LampCommand;
import com.example.lamp.LampTest;
import com.example.lamp.SocketTaken;
import com.example.lamp.TooBright;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Commands that take and release claims, and assume that they can.
class OptimisticClaimsTest extends LampTest {

  @Autowired Claims claims;

  private final String socket = "socket_" + UUID.randomUUID();

  @Test
  void what_somebody_else_holds_is_refused() {
    String holder = plugged();
    String other = installed();

    assertThatThrownBy(() -> plug(other)).isInstanceOf(SocketTaken.class);
    assertThat(owner()).isEqualTo(holder);
  }

  @Test
  void it_is_refused_before_whatever_else_would_be() {
    plugged();
    String other = installed();
    light(other, 1);

    assertThatThrownBy(() -> plug(other)).isInstanceOf(SocketTaken.class);
  }

  @Test
  void another_refusal_stays_as_it_is_where_the_claim_is_free() {
    String lamp = installed();
    light(lamp, 1);

    assertThatThrownBy(() -> plug(lamp)).isInstanceOf(TooBright.class);
    assertThat(plugged()).isEqualTo(owner());
  }

  @Test
  void its_holder_may_take_it_again() {
    String lamp = plugged();

    plug(lamp);

    assertThat(owner()).isEqualTo(lamp);
  }

  @Test
  void only_its_holder_gives_it_back() {
    String holder = plugged();
    String other = installed();

    unplug(other);
    assertThat(owner()).isEqualTo(holder);

    unplug(holder);
    plug(other);
    assertThat(owner()).isEqualTo(other);
  }

  @Test
  void a_dry_run_is_refused_for_it_as_well() {
    String lamp = installed();
    assertThatThrownBy(() -> plugDry(lamp)).isInstanceOf(DryRun.class);
    plugged();

    assertThatThrownBy(() -> plugDry(lamp)).isInstanceOf(SocketTaken.class);
  }

  private void plugDry(String lamp) {
    commands.sendAndWait(
        new GenericCommandMessage<>(
            new LampCommand.Plug(lamp, socket), Map.of(DryRun.METADATA, "true")));
  }

  @Test
  void of_many_that_take_it_one_gets_it_and_the_others_are_refused() {
    List<String> lamps = Stream.generate(this::installed).limit(16).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<String>> told =
          lamps.stream().map(lamp -> supplyAsync(() -> outcome(lamp), threads)).toList();

      assertThat(told.stream().map(CompletableFuture::join).filter("taken"::equals)).hasSize(15);
      assertThat(told.stream().map(CompletableFuture::join)).containsOnlyOnce(owner());
    }
  }

  private String outcome(String lamp) {
    try {
      plug(lamp);
      return lamp;
    } catch (SocketTaken e) {
      return "taken";
    }
  }

  private String plugged() {
    String lamp = installed();
    plug(lamp);
    return lamp;
  }

  private void plug(String lamp) {
    commands.sendAndWait(new LampCommand.Plug(lamp, socket));
  }

  private void unplug(String lamp) {
    commands.sendAndWait(new LampCommand.Unplug(lamp, socket));
  }

  private String owner() {
    return inUnit(() -> claims.owner("shop", "socket", socket)).orElse("nobody");
  }
}
