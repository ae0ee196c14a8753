package io.daybook.command.customer;

import static io.daybook.command.customer.Customers.ADA;
import static io.daybook.command.customer.Customers.ADAS_EMAIL;
import static io.daybook.command.customer.Customers.erased;
import static io.daybook.command.customer.Customers.registered;
import static io.daybook.command.customer.Customers.verified;
import static io.daybook.command.testing.Given.CUSTOMER;
import static io.daybook.command.testing.Given.NOW;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.customer.CustomerCommand.VerifyCustomerEmail;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.EmailVerificationRequested;
import io.daybook.customer.CustomerRejection;
import io.daybook.kernel.Rejection;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCustomerEmailTest {
  private static final Instant EXPIRY = NOW.plus(Duration.ofHours(47));
  private static final VerificationToken TOKEN = token();
  private static final VerifyCustomerEmail VERIFY = new VerifyCustomerEmail(TOKEN.value());

  @Test
  void the_token_that_was_sent_verifies_the_address() {
    aggregate()
        .given(Given.events(registered(TOKEN.hash())))
        .when(VERIFY, Given.by(CUSTOMER))
        .expectEvents(new CustomerEmailVerified(ADA, ADAS_EMAIL, NOW));
  }

  @Test
  void a_repeated_verification_is_harmless_even_after_the_token_expired() {
    aggregate()
        .given(Given.events(registered(TOKEN.hash()), verified()))
        .when(VERIFY, Given.by(CUSTOMER, EXPIRY.plusSeconds(1)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void another_token_is_refused() {
    aggregate()
        .given(Given.events(registered(token().hash())))
        .when(VERIFY, Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.INVALID_TOKEN));
  }

  @Test
  void another_token_is_refused_although_the_address_is_verified() {
    aggregate()
        .given(Given.events(registered(token().hash()), verified()))
        .when(VERIFY, Given.by(CUSTOMER))
        .expectException(Rejected.with(CustomerRejection.INVALID_TOKEN));
  }

  @Test
  void no_token_fits_an_address_that_staff_vouched_for() {
    aggregate()
        .given(Given.events(registered(null), verified()))
        .when(VERIFY, Given.by(CUSTOMER))
        .expectException(Rejected.with(CustomerRejection.INVALID_TOKEN));
  }

  @Test
  void a_token_of_a_customer_that_never_was_verifies_nothing() {
    aggregate()
        .givenNoPriorActivity()
        .when(VERIFY, Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-token", ".secret", "not-a-uuid.secret"})
  void what_does_not_look_like_a_token_is_refused(String text) {
    assertThatExceptionOfType(Rejection.class)
        .isThrownBy(() -> new VerifyCustomerEmail(text).customerId())
        .matches(rejection -> rejection.code() == CustomerRejection.INVALID_TOKEN);
  }

  @Test
  void a_token_is_good_until_the_instant_of_its_expiry() {
    aggregate()
        .given(Given.events(registered(TOKEN.hash())))
        .when(VERIFY, Given.by(CUSTOMER, EXPIRY.minusMillis(1)))
        .expectSuccessfulHandlerExecution();
    aggregate()
        .given(Given.events(registered(TOKEN.hash())))
        .when(VERIFY, Given.by(CUSTOMER, EXPIRY))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.TOKEN_EXPIRED));
  }

  @Test
  void the_token_that_was_sent_last_is_good_and_no_other() {
    VerificationToken again = token();
    EmailVerificationRequested requested =
        new EmailVerificationRequested(ADA, ADAS_EMAIL, again.hash(), EXPIRY.plusSeconds(9), NOW);
    aggregate()
        .given(Given.events(registered(TOKEN.hash()), requested))
        .when(new VerifyCustomerEmail(again.value()), Given.by(CUSTOMER, EXPIRY))
        .expectEvents(new CustomerEmailVerified(ADA, ADAS_EMAIL, EXPIRY));
    aggregate()
        .given(Given.events(registered(TOKEN.hash()), requested))
        .when(VERIFY, Given.by(CUSTOMER))
        .expectException(Rejected.with(CustomerRejection.INVALID_TOKEN));
  }

  @Test
  void an_address_that_another_customer_has_by_now_is_not_verified() {
    KnownClaims claims = new KnownClaims();
    claims.take(
        Given.TENANT.value(),
        ClaimKinds.CUSTOMER_EMAIL,
        ADAS_EMAIL.value(),
        "cus_0192f0c1-0000-7000-8000-000000000009");

    aggregate(claims)
        .given(Given.events(registered(TOKEN.hash())))
        .when(VERIFY, Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.EMAIL_ALREADY_REGISTERED));
  }

  @Test
  void an_erased_customer_has_no_address_to_verify() {
    aggregate()
        .given(Given.events(registered(TOKEN.hash()), erased()))
        .when(VERIFY, Given.by(CUSTOMER))
        .expectException(Rejected.with(CustomerRejection.CUSTOMER_ERASED));
  }

  private static FixtureConfiguration<Customer> aggregate() {
    return aggregate(new KnownClaims());
  }

  private static FixtureConfiguration<Customer> aggregate(KnownClaims claims) {
    return Given.aggregate(Customer.class, claims, new KnownModels());
  }

  private static VerificationToken token() {
    return VerificationToken.of(ADA, new SecureRandom().generateSeed(32));
  }
}
