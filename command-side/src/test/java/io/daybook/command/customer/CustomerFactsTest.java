package io.daybook.command.customer;

import static io.daybook.command.customer.Customers.ADA;
import static io.daybook.command.customer.Customers.BEFORE;
import static io.daybook.command.customer.Customers.HOME;
import static io.daybook.command.customer.Customers.WORK;
import static io.daybook.command.customer.Customers.addressAdded;
import static io.daybook.command.customer.Customers.erased;
import static io.daybook.command.customer.Customers.registered;
import static io.daybook.command.customer.Customers.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownFacts;
import io.daybook.customer.Address;
import io.daybook.customer.CustomerEvent;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerFactsTest {

  @Test
  void a_customer_without_events_does_not_exist() {
    assertThat(factsAfter()).isEmpty();
  }

  @Test
  void a_registered_customer_is_not_verified_yet() {
    CustomerFacts facts = factsAfter(registered()).orElseThrow();

    assertThat(facts.emailVerified()).isFalse();
    assertThat(facts.erased()).isFalse();
    assertThat(facts.addresses()).isEmpty();
  }

  @Test
  void a_verified_customer_has_the_addresses_that_were_added() {
    CustomerFacts facts =
        factsAfter(registered(), addressAdded(HOME, BEFORE), verified()).orElseThrow();

    assertThat(facts.emailVerified()).isTrue();
    assertThat(facts.address(HOME))
        .contains(
            new Address("Ada Lovelace", "12 St James's Square", "London", null, "SW1Y 4JH", "GB"));
    assertThat(facts.address(WORK)).isEmpty();
  }

  @Test
  void an_erased_customer_has_nothing_left() {
    CustomerFacts facts =
        factsAfter(registered(), verified(), addressAdded(HOME, BEFORE), erased()).orElseThrow();

    assertThat(facts).isEqualTo(new CustomerFacts(false, true, Map.of()));
  }

  private static Optional<CustomerFacts> factsAfter(CustomerEvent... events) {
    return new KnownFacts().of(ADA, events).find(CustomerFacts.FOLD, Given.TENANT.stream(ADA));
  }
}
