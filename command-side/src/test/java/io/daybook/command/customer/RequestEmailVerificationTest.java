package io.daybook.command.customer;

import static io.daybook.command.customer.Customers.ADA;
import static io.daybook.command.customer.Customers.ADAS_EMAIL;
import static io.daybook.command.customer.Customers.BEFORE;
import static io.daybook.command.customer.Customers.erased;
import static io.daybook.command.customer.Customers.registered;
import static io.daybook.command.customer.Customers.verified;
import static io.daybook.command.testing.Given.CUSTOMER;
import static io.daybook.command.testing.Given.NOW;

import io.daybook.command.customer.EmailVerification.Challenge;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.customer.CustomerCommand.RequestEmailVerification;
import io.daybook.customer.CustomerEvent.EmailVerificationRequested;
import io.daybook.customer.CustomerRejection;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RequestEmailVerificationTest {
  private static final Instant EXPIRY = NOW.plus(Duration.ofHours(48));
  private static final RequestEmailVerification REQUEST = new RequestEmailVerification(ADA);

  @Test
  void another_token_is_sent() {
    aggregate()
        .given(Given.events(registered()))
        .when(REQUEST, Given.by(CUSTOMER))
        .expectEvents(new EmailVerificationRequested(ADA, ADAS_EMAIL, "c0ffee", EXPIRY, NOW));
  }

  @Test
  void nobody_gets_a_mail_every_minute() {
    aggregate()
        .given(Given.events(registered()))
        .when(REQUEST, Given.by(CUSTOMER, BEFORE.plus(Customer.BETWEEN_MAILS).minusMillis(1)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_verified_address_needs_no_token() {
    aggregate()
        .given(Given.events(registered(), verified()))
        .when(REQUEST, Given.by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_erased_customer_has_no_address_to_verify() {
    aggregate()
        .given(Given.events(registered(), erased()))
        .when(REQUEST, Given.by(CUSTOMER))
        .expectException(Rejected.with(CustomerRejection.CUSTOMER_ERASED));
  }

  private static FixtureConfiguration<Customer> aggregate() {
    EmailVerification mailed = (context, customer, registration) -> new Challenge("c0ffee", EXPIRY);
    return Given.aggregate(Customer.class, new KnownClaims(), new KnownModels(), mailed);
  }
}
