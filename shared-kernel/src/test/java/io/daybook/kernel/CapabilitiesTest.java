package io.daybook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.kernel.json.KernelJson;
import io.daybook.order.OrderCapability;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class CapabilitiesTest {
  private static final JsonMapper JSON = KernelJson.mapper().build();

  static List<Capability> all() {
    return Capabilities.installed().all();
  }

  @Test
  void the_services_are_found() {
    assertThat(all()).hasAtLeastOneElementOfType(OrderCapability.class);
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_capability_bears_the_name_of_its_package(Capability capability) {
    assertThat(capability.getClass().getPackageName()).isEqualTo("io.daybook." + capability.name());
    assertThat(capability.commandTypes()).allMatch(type -> type.isSealed());
    assertThat(capability.eventTypes()).allMatch(type -> type.isSealed());
  }

  @ParameterizedTest
  @MethodSource("all")
  void its_events_are_stored_under_its_name(Capability capability) {
    assertThat(capability.events())
        .isNotEmpty()
        .allMatch(event -> EventCatalogue.Entry.of(event).capability().equals(capability.name()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_of_its_aggregates_has_a_sample_that_is_read_back_equal(Capability capability) {
    assertThat(capability.samples())
        .allSatisfy(
            sample ->
                assertThat(JSON.readValue(JSON.writeValueAsString(sample), sample.getClass()))
                    .isEqualTo(sample));
    for (Class<? extends Event> type : capability.eventTypes()) {
      assertThat(capability.samples()).anyMatch(type::isInstance);
    }
  }

  @Test
  void every_command_belongs_to_one_capability() {
    Capabilities capabilities = Capabilities.installed();

    assertThat(capabilities.commands()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    assertThat(capabilities.commands())
        .allMatch(
            command -> command.getPackageName().endsWith("." + capabilities.of(command).name()));
  }

  @Test
  void a_name_is_given_once() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Capabilities.installed().with(new OrderCapability()));
  }
}
