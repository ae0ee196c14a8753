package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.lamp.ForeignNode;
import com.example.lamp.LampCommand;
import com.example.lamp.LampTest;
import com.example.lamp.TooDark;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Commands that create an aggregate if there is none, and assume that there is none.
class OptimisticStreamsTest extends LampTest {

  /// A command assumes nothing until one of its name has found no aggregate.
  @BeforeEach
  void begin() {
    assertThat(provide(newLamp())).isTrue();
    assertThat(provide(newLamp())).isTrue();
  }

  @Test
  void what_is_there_is_not_begun_again() {
    String lamp = installedElsewhere();

    assertThat(provide(lamp)).isFalse();
    assertThat(events(lamp)).isEqualTo(2);
  }

  @Test
  void what_was_begun_is_known() {
    String lamp = newLamp();
    provide(lamp);

    assertThat(provide(lamp)).isFalse();
    assertThat(light(lamp, 7)).isZero();
    assertThat(light(lamp, 8)).isEqualTo(7);
  }

  @Test
  void no_command_is_refused_on_a_wrong_assumption() {
    String lamp = installedElsewhere();

    assertThat(commands.<Boolean>sendAndWait(new LampCommand.Provide(lamp, true))).isFalse();
  }

  @Test
  void a_refusal_of_what_is_new_stays_one() {
    assertThatThrownBy(() -> commands.sendAndWait(new LampCommand.Provide(newLamp(), true)))
        .isInstanceOf(TooDark.class);
  }

  @Test
  void who_looks_for_what_is_not_there_does_not_hide_what_is() {
    assertThatThrownBy(() -> light(newLamp(), 1)).isInstanceOf(AggregateNotFoundException.class);
    String lamp = installedElsewhere();

    assertThat(light(lamp, 9)).isEqualTo(5);
  }

  @Test
  void a_dry_run_creates_nothing_and_finds_what_exists() {
    String lamp = newLamp();

    assertThatThrownBy(() -> provideDry(lamp)).isInstanceOf(DryRun.class);
    assertThat(events(lamp)).isZero();
    assertThat(provideDry(installedElsewhere())).isFalse();
  }

  private boolean provide(String lamp) {
    return commands.<Boolean>sendAndWait(new LampCommand.Provide(lamp, false));
  }

  private boolean provideDry(String lamp) {
    return commands.<Boolean>sendAndWait(
        new GenericCommandMessage<>(
            new LampCommand.Provide(lamp, false), Map.of(DryRun.METADATA, "true")));
  }

  /// And lit.
  private String installedElsewhere() {
    String lamp = newLamp();
    ForeignNode node = new ForeignNode(database);
    node.append(
        lamp, 0, "lamp.LampInstalled", "1", "{\"lamp\":\"%s\",\"room\":\"attic\"}".formatted(lamp));
    node.append(lamp, 1, "lamp.LampLit", "2", "{\"lamp\":\"%s\",\"brightness\":5}".formatted(lamp));
    return lamp;
  }

  private long events(String lamp) {
    return database
        .sql("SELECT count(*) FROM event_store.event WHERE stream = ?")
        .param(lamp)
        .query(Long.class)
        .single();
  }
}
