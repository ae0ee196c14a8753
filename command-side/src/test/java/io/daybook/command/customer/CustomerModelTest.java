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
import io.daybook.command.testing.KnownModels;
import io.daybook.customer.Address;
import io.daybook.customer.CustomerEvent;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerModelTest {

  @Test
  void a_customer_without_events_does_not_exist() {
    assertThat(modelAfter()).isEmpty();
  }

  @Test
  void a_registered_customer_is_not_verified_yet() {
    CustomerModel model = modelAfter(registered()).orElseThrow();

    assertThat(model.emailVerified()).isFalse();
    assertThat(model.erased()).isFalse();
    assertThat(model.addresses()).isEmpty();
  }

  @Test
  void a_verified_customer_has_the_addresses_that_were_added() {
    CustomerModel model =
        modelAfter(registered(), addressAdded(HOME, BEFORE), verified()).orElseThrow();

    assertThat(model.emailVerified()).isTrue();
    assertThat(model.address(HOME))
        .contains(
            new Address("Ada Lovelace", "12 St James's Square", "London", null, "SW1Y 4JH", "GB"));
    assertThat(model.address(WORK)).isEmpty();
  }

  @Test
  void an_erased_customer_has_nothing_left() {
    CustomerModel model =
        modelAfter(registered(), verified(), addressAdded(HOME, BEFORE), erased()).orElseThrow();

    assertThat(model).isEqualTo(new CustomerModel(false, null, true, Map.of()));
  }

  private static Optional<CustomerModel> modelAfter(CustomerEvent... events) {
    return new KnownModels()
        .of(ADA, events)
        .find(CustomerModel.DEFINITION, Given.TENANT.stream(ADA));
  }
}
