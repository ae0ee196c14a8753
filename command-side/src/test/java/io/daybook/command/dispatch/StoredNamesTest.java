package io.daybook.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.eventstore.EventType;
import io.daybook.kernel.Capabilities;
import org.junit.jupiter.api.Test;

class StoredNamesTest {
  private final StoredNames names = new StoredNames(Capabilities.installed().events());

  @Test
  void an_event_is_stored_under_its_name_and_revision_in_the_catalogue() {
    assertThat(names.typeOf(CustomerRegistered.class))
        .contains(new EventType("customer.CustomerRegistered", 1));
    assertThat(names.classOf("customer.CustomerRegistered")).contains(CustomerRegistered.class);
  }

  @Test
  void what_is_not_in_the_catalogue_has_no_name() {
    assertThat(names.typeOf(String.class)).isEmpty();
    assertThat(names.classOf("customer.CustomerPromoted")).isEmpty();
  }
}
