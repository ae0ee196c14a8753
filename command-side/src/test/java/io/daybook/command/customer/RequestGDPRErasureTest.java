package io.daybook.command.customer;

import static io.daybook.command.customer.Customers.ADA;
import static io.daybook.command.customer.Customers.ADAS_EMAIL;
import static io.daybook.command.customer.Customers.BEFORE;
import static io.daybook.command.customer.Customers.HOME;
import static io.daybook.command.customer.Customers.addressAdded;
import static io.daybook.command.customer.Customers.erased;
import static io.daybook.command.customer.Customers.registered;
import static io.daybook.command.customer.Customers.verified;
import static io.daybook.command.testing.Given.CUSTOMER;
import static io.daybook.command.testing.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.messageWithPayload;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Rejected;
import io.daybook.customer.CustomerCommand.RequestGDPRErasure;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerRejection;
import io.daybook.customer.Password;
import java.util.Map;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestGDPRErasureTest {
  private static final RequestGDPRErasure ERASE = new RequestGDPRErasure(ADA, true);
  private static final String TENANT = Given.TENANT.value();

  private final KnownClaims claims = new KnownClaims();
  private final KnownCredentials credentials = new KnownCredentials();
  private final KnownMail mails = new KnownMail();

  @BeforeEach
  void adaHasLeftTraces() {
    claims.take(TENANT, ClaimKinds.CUSTOMER_EMAIL, ADAS_EMAIL.value(), ADA.value());
    credentials.passwords().put(ADA, new Password("analytical-1843"));
    mails.queue(
        Given.TENANT, new QueuedMail(UUID.randomUUID(), ADAS_EMAIL, "verify-email", Map.of(), NOW));
  }

  @Test
  void an_erasure_leaves_a_pseudonym_and_nothing_else() {
    aggregate()
        .given(Given.events(registered(), verified(), addressAdded(HOME, BEFORE)))
        .when(ERASE, Given.by(CUSTOMER))
        .expectEventsMatching(
            exactSequenceOf(
                messageWithPayload(
                    predicate(
                        payload ->
                            payload instanceof CustomerDataErased(var id, var pseudonym, var at)
                                && id.equals(ADA)
                                && !pseudonym.equals(ADA.uuid())
                                && at.equals(NOW)))));

    assertThat(claims.owner(TENANT, ClaimKinds.CUSTOMER_EMAIL, ADAS_EMAIL.value())).isEmpty();
    assertThat(credentials.passwords()).isEmpty();
    assertThat(mails.queued()).isEmpty();
  }

  @Test
  void an_erasure_must_be_confirmed() {
    aggregate()
        .given(Given.events(registered()))
        .when(new RequestGDPRErasure(ADA, false), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.ERASURE_NOT_CONFIRMED));
  }

  @Test
  void nothing_is_erased_while_orders_are_open() {
    claims.take(TENANT, ClaimKinds.OPEN_ORDER, "ord_1", ADA.value());

    aggregate()
        .given(Given.events(registered()))
        .when(ERASE, Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.PENDING_ORDERS_EXIST));

    assertThat(credentials.passwords()).containsKey(ADA);
    assertThat(mails.queued()).hasSize(1);
  }

  @Test
  void the_open_orders_of_others_do_not_count() {
    claims.take(TENANT, ClaimKinds.OPEN_ORDER, "ord_1", "cus_other");

    aggregate()
        .given(Given.events(registered()))
        .when(ERASE, Given.by(CUSTOMER))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_repeated_erasure_is_harmless() {
    claims.take(TENANT, ClaimKinds.OPEN_ORDER, "ord_1", ADA.value());

    aggregate()
        .given(Given.events(registered(), erased()))
        .when(ERASE, Given.by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_customer_that_does_not_exist_cannot_be_erased() {
    aggregate()
        .givenNoPriorActivity()
        .when(ERASE, Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }

  private FixtureConfiguration<Customer> aggregate() {
    return Given.aggregate(Customer.class, claims, credentials, mails);
  }
}
