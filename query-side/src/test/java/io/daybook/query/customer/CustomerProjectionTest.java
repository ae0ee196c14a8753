package io.daybook.query.customer;

import static io.daybook.query.testing.Known.address;
import static io.daybook.query.testing.Known.at;
import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.customer.CustomerEvent;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.customer.Email;
import io.daybook.query.testing.ProjectionFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerProjectionTest {
  static final CustomerEvent REGISTERED =
      new CustomerRegistered(
          customer(1), new Email("ada@example.org"), "Ada", "Lovelace", "hash", at(60), at(0));
  static final CustomerEvent VERIFIED =
      new CustomerEmailVerified(customer(1), new Email("ada@example.org"), at(1));
  static final CustomerEvent MOVED =
      new ShippingAddressAdded(
          customer(1),
          address(1),
          "Ada Lovelace",
          "Obere Str. 57",
          "Berlin",
          null,
          "12209",
          "DE",
          at(2));
  static final CustomerEvent ERASED = new CustomerDataErased(customer(1), uuid(99), at(3));

  final ProjectionFixture projection = new ProjectionFixture(CustomerProjection::new);

  @AfterEach
  void a_replay_gives_the_same() {
    projection.assertRepeatable();
  }

  @Test
  void a_registered_customer_is_unverified() {
    projection.given(REGISTERED);

    assertThat(projection.row("customers"))
        .containsEntry("tenant_id", ProjectionFixture.TENANT)
        .containsEntry("customer_id", customer(1).value())
        .containsEntry("email", "ada@example.org")
        .containsEntry("first_name", "Ada")
        .containsEntry("last_name", "Lovelace")
        .containsEntry("status", "UNVERIFIED");
  }

  @Test
  void a_verified_address_is_seen() {
    projection.given(REGISTERED, VERIFIED);

    assertThat(projection.row("customers")).containsEntry("status", "VERIFIED");
    assertThat(projection.row("customers").get("verified_at")).isNotNull();
  }

  @Test
  void an_address_is_added() {
    projection.given(REGISTERED, VERIFIED, MOVED);

    assertThat(projection.row("addresses"))
        .containsEntry("customer_id", customer(1).value())
        .containsEntry("recipient_name", "Ada Lovelace")
        .containsEntry("postal_code", "12209")
        .containsEntry("state", null);
  }

  @Test
  void an_erased_customer_leaves_nothing_personal() {
    projection.given(REGISTERED, VERIFIED, MOVED, ERASED);

    assertThat(projection.row("customers"))
        .containsEntry("status", "ERASED")
        .containsEntry("anonymized_id", uuid(99))
        .containsEntry("email", null)
        .containsEntry("first_name", null)
        .containsEntry("last_name", null);
    assertThat(projection.rows("addresses")).isEmpty();
  }

  @Test
  void the_same_id_in_two_tenants_is_two_customers() {
    projection.given(REGISTERED).givenOf("other", REGISTERED, VERIFIED);

    assertThat(projection.rows("customers"))
        .extracting(row -> row.get("tenant_id"), row -> row.get("status"))
        .containsExactlyInAnyOrder(
            tuple(ProjectionFixture.TENANT, "UNVERIFIED"), tuple("other", "VERIFIED"));
  }
}
