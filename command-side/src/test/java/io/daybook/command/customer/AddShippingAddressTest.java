package io.daybook.command.customer;

import static io.daybook.command.customer.Customers.ADA;
import static io.daybook.command.customer.Customers.BEFORE;
import static io.daybook.command.customer.Customers.HOME;
import static io.daybook.command.customer.Customers.WORK;
import static io.daybook.command.customer.Customers.addressAdded;
import static io.daybook.command.customer.Customers.erased;
import static io.daybook.command.customer.Customers.registered;
import static io.daybook.command.testing.Given.CUSTOMER;
import static io.daybook.command.testing.Given.NOW;

import io.daybook.command.tenant.Policies;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.customer.CustomerCommand.AddShippingAddress;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.customer.CustomerRejection;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.AddressId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AddShippingAddressTest {

  @Test
  void an_address_is_added() {
    aggregate()
        .given(Given.events(registered()))
        .when(add(HOME, "12 St James's Square", "SW1Y 4JH", "GB"), Given.by(CUSTOMER))
        .expectEvents(addressAdded(HOME, NOW));
  }

  @Test
  void an_address_is_kept_without_blanks_and_with_its_country_in_capitals() {
    aggregate()
        .given(Given.events(registered()))
        .when(
            new AddShippingAddress(
                ADA, HOME, " Mary O'Neill ", "8 Johnstown Road ", "Cork", " ", null, "ie"),
            Given.by(CUSTOMER))
        .expectEvents(
            new ShippingAddressAdded(
                ADA, HOME, "Mary O'Neill", "8 Johnstown Road", "Cork", null, "", "IE", NOW));
  }

  @Test
  void a_state_is_kept_where_there_is_one() {
    aggregate()
        .given(Given.events(registered()))
        .when(
            new AddShippingAddress(
                ADA, HOME, "Yoshi Wilson", "722 DaVinci Blvd.", "Kirkland", "WA", "98034", "US"),
            Given.by(CUSTOMER))
        .expectEvents(
            new ShippingAddressAdded(
                ADA,
                HOME,
                "Yoshi Wilson",
                "722 DaVinci Blvd.",
                "Kirkland",
                "WA",
                "98034",
                "US",
                NOW));
  }

  @Test
  void a_refusal_names_every_missing_field() {
    aggregate()
        .given(Given.events(registered()))
        .when(
            new AddShippingAddress(ADA, HOME, null, " ", null, null, "12209", null),
            Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(
            Customers.refusedNaming(
                CustomerRejection.MISSING_FIELD, "recipientName", "street", "city", "country"));
  }

  @Test
  void a_postal_code_is_missing_where_the_country_has_them() {
    aggregate()
        .given(Given.events(registered()))
        .when(add(HOME, "Obere Str. 57", " ", "DE"), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Customers.refusedNaming(CustomerRejection.MISSING_FIELD, "postalCode"));
  }

  @Test
  void a_postal_code_of_another_country_is_refused() {
    aggregate()
        .given(Given.events(registered()))
        .when(add(HOME, "Obere Str. 57", "SW1Y 4JH", "DE"), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.INVALID_POSTAL_CODE));
  }

  @Test
  void a_country_that_the_tenant_does_not_send_to_is_refused() {
    aggregate(Policies.sendingTo("GB", "DE"))
        .given(Given.events(registered()))
        .when(add(HOME, "24, place Kléber", "67000", "FR"), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.COUNTRY_NOT_SUPPORTED));
  }

  @Test
  void a_country_that_does_not_exist_is_refused() {
    aggregate()
        .given(Given.events(registered()))
        .when(add(HOME, "1 Main Street", "12345", "UK"), Given.by(CUSTOMER))
        .expectException(Rejected.with(CustomerRejection.COUNTRY_NOT_SUPPORTED));
  }

  @Test
  void a_repeated_address_is_harmless() {
    aggregate()
        .given(Given.events(registered(), addressAdded(HOME, BEFORE)))
        .when(add(HOME, "12 St James's Square", "SW1Y 4JH", "GB"), Given.by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_address_id_is_not_used_for_another_address() {
    aggregate()
        .given(Given.events(registered(), addressAdded(HOME, BEFORE)))
        .when(add(HOME, "10 Downing Street", "SW1A 2AA", "GB"), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.ADDRESS_ID_TAKEN));
  }

  @Test
  void a_customer_may_have_several_addresses() {
    aggregate()
        .given(Given.events(registered(), addressAdded(HOME, BEFORE)))
        .when(add(WORK, "12 St James's Square", "SW1Y 4JH", "GB"), Given.by(CUSTOMER))
        .expectEvents(addressAdded(WORK, NOW));
  }

  @Test
  void an_erased_customer_gets_no_address() {
    aggregate()
        .given(Given.events(registered(), erased()))
        .when(add(HOME, "12 St James's Square", "SW1Y 4JH", "GB"), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.CUSTOMER_ERASED));
  }

  @Test
  void a_customer_that_does_not_exist_gets_no_address() {
    aggregate()
        .givenNoPriorActivity()
        .when(add(HOME, "12 St James's Square", "SW1Y 4JH", "GB"), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }

  private static FixtureConfiguration<Customer> aggregate() {
    return aggregate(Policies.defaults());
  }

  private static FixtureConfiguration<Customer> aggregate(TenantPolicy.Source policies) {
    return Given.aggregate(Customer.class, policies);
  }

  private static AddShippingAddress add(
      AddressId id, String street, String postalCode, String country) {
    return new AddShippingAddress(
        ADA, id, "Ada Lovelace", street, "London", null, postalCode, country);
  }
}
