package io.daybook.command.customer;

import static io.daybook.command.customer.Customers.ADA;
import static io.daybook.command.customer.Customers.ADAS_EMAIL;
import static io.daybook.command.customer.Customers.erased;
import static io.daybook.command.customer.Customers.registered;
import static io.daybook.command.testing.Given.CUSTOMER;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.customer.EmailVerification.Challenge;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.EmailVerificationRequested;
import io.daybook.customer.CustomerRejection;
import io.daybook.customer.Email;
import io.daybook.customer.Password;
import io.daybook.kernel.Event;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterCustomerTest {
  private static final CustomerId GRACE =
      new CustomerId("cus_0192f0c1-0000-7000-8000-000000000009");
  private static final Password PASSWORD = new Password("analytical-1843");
  private static final Instant EXPIRY = NOW.plus(Duration.ofHours(48));
  private static final EmailVerification MAILED =
      (context, customer, registration) -> new Challenge("c0ffee", EXPIRY);
  private static final EmailVerification NO_MAIL =
      (context, customer, registration) -> {
        throw new AssertionError("No mail is to be sent");
      };

  private final KnownClaims claims = new KnownClaims();
  private final KnownModels models = new KnownModels();
  private final KnownCredentials credentials = new KnownCredentials();

  @Test
  void a_new_customer_is_asked_to_verify_the_address() {
    aggregate(MAILED)
        .givenNoPriorActivity()
        .when(register("Ada", "Lovelace", PASSWORD, null), Given.by(CUSTOMER))
        .expectEvents(
            new CustomerRegistered(ADA, ADAS_EMAIL, "Ada", "Lovelace", "c0ffee", EXPIRY, NOW));

    assertThat(credentials.passwords()).containsEntry(ADA, PASSWORD);
    assertThat(owner(ADAS_EMAIL)).isEqualTo(ADA.value());
  }

  @Test
  void blanks_around_a_name_are_dropped() {
    aggregate(MAILED)
        .givenNoPriorActivity()
        .when(register(" Ada ", "Lovelace\t", PASSWORD, null), Given.by(CUSTOMER))
        .expectEvents(
            new CustomerRegistered(ADA, ADAS_EMAIL, "Ada", "Lovelace", "c0ffee", EXPIRY, NOW));
  }

  @Test
  void staff_may_vouch_for_an_address_and_leave_the_password_out() {
    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(register("Ada", "Lovelace", null, true), Given.by(STAFF))
        .expectEvents(
            new CustomerRegistered(ADA, ADAS_EMAIL, "Ada", "Lovelace", null, null, NOW),
            new CustomerEmailVerified(ADA, ADAS_EMAIL, NOW));

    assertThat(credentials.passwords()).isEmpty();
  }

  @Test
  void nobody_else_may_vouch_for_an_address() {
    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(register("Ada", "Lovelace", PASSWORD, true), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(KernelRejection.STAFF_ONLY));
  }

  @Test
  void nobody_else_may_leave_the_password_out() {
    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(register("Ada", "Lovelace", null, null), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.INVALID_PASSWORD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short-1",
        "letters-only",
        "1234567890",
        "öööööööööööööööööööööööööööööööööööö1",
        "seventy-three-bytes-are-one-more-than-bcrypt-would-look-at-so-it-is-out-1"
      })
  void a_password_has_8_to_72_bytes_with_a_letter_and_a_digit(String password) {
    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(register("Ada", "Lovelace", new Password(password), null), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.INVALID_PASSWORD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eight-88",
        "ööööööö1",
        "seventy-two-bytes-are-as-many-as-bcrypt-looks-at-so-they-are-in-just-2-2"
      })
  void a_password_at_the_limits_is_taken(String password) {
    aggregate(MAILED)
        .givenNoPriorActivity()
        .when(register("Ada", "Lovelace", new Password(password), null), Given.by(CUSTOMER))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void an_email_address_looks_like_one() {
    assertThatExceptionOfType(Rejection.class)
        .isThrownBy(() -> new Email("ada at example.org"))
        .matches(rejection -> rejection.code() == CustomerRejection.INVALID_EMAIL);

    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(
            new RegisterCustomer(ADA, null, PASSWORD, "Ada", "Lovelace", null), Given.by(CUSTOMER))
        .expectException(Rejected.with(CustomerRejection.INVALID_EMAIL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0001da@example.org", "a\u200bda@example.org", "a\u00adda@example.org"})
  void an_email_address_has_nothing_that_cannot_be_seen(String email) {
    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(
            new RegisterCustomer(ADA, new Email(email), PASSWORD, "Ada", "Lovelace", null),
            Given.by(CUSTOMER))
        .expectException(Rejected.with(CustomerRejection.INVALID_EMAIL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Ada\nBcc: all@example.org"})
  void a_name_has_printable_characters(String name) {
    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(register("Ada", name, PASSWORD, null), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.INVALID_NAME));
  }

  @Test
  void a_name_has_at_most_100_characters() {
    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(register("A".repeat(101), "Lovelace", PASSWORD, null), Given.by(CUSTOMER))
        .expectException(Rejected.with(CustomerRejection.INVALID_NAME));
  }

  @Test
  void an_address_of_another_customer_is_refused() {
    claims.take(Given.TENANT.value(), ClaimKinds.CUSTOMER_EMAIL, ADAS_EMAIL.value(), GRACE.value());

    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(register("Ada", "Lovelace", PASSWORD, null), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.EMAIL_ALREADY_REGISTERED));
  }

  @Test
  void an_address_whose_owner_can_still_verify_it_is_refused() {
    registeredByGrace(NOW.plusSeconds(1));

    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(register("Ada", "Lovelace", PASSWORD, null), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.EMAIL_ALREADY_REGISTERED));
  }

  @Test
  void an_address_that_was_not_verified_in_time_is_anybody_s() {
    registeredByGrace(NOW);

    aggregate(MAILED)
        .givenNoPriorActivity()
        .when(register("Ada", "Lovelace", PASSWORD, null), Given.by(CUSTOMER))
        .expectEvents(
            new CustomerRegistered(ADA, ADAS_EMAIL, "Ada", "Lovelace", "c0ffee", EXPIRY, NOW));

    assertThat(owner(ADAS_EMAIL)).isEqualTo(ADA.value());
  }

  @Test
  void an_address_that_was_verified_stays_its_owner_s_for_good() {
    registeredByGrace(NOW, new CustomerEmailVerified(GRACE, ADAS_EMAIL, NOW));

    aggregate(NO_MAIL)
        .givenNoPriorActivity()
        .when(register("Ada", "Lovelace", PASSWORD, null), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.EMAIL_ALREADY_REGISTERED));
  }

  @Test
  void a_registration_repeated_after_the_token_expired_sends_another() {
    Instant late = NOW.plus(Duration.ofHours(47));
    aggregate(MAILED)
        .given(Given.events(registered("old")))
        .when(register("Ada", "Lovelace", PASSWORD, null), Given.by(CUSTOMER, late))
        .expectEvents(new EmailVerificationRequested(ADA, ADAS_EMAIL, "c0ffee", EXPIRY, late));
  }

  @Test
  void a_repeated_registration_is_harmless() {
    aggregate(NO_MAIL)
        .given(Given.events(registered("c0ffee")))
        .when(register("Ada", "Lovelace", PASSWORD, null), Given.by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();

    assertThat(credentials.passwords()).isEmpty();
  }

  @Test
  void a_registration_repeated_with_other_data_is_refused() {
    aggregate(NO_MAIL)
        .given(Given.events(registered("c0ffee")))
        .when(register("Augusta", "Lovelace", PASSWORD, null), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.CUSTOMER_ID_TAKEN));
  }

  @Test
  void an_erased_customer_does_not_come_back() {
    aggregate(NO_MAIL)
        .given(Given.events(registered("c0ffee"), erased()))
        .when(register("Ada", "Lovelace", PASSWORD, null), Given.by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(CustomerRejection.CUSTOMER_ERASED));
  }

  /// Grace has not verified the address, but for what happened later.
  private void registeredByGrace(Instant expiry, Event... later) {
    CustomerRegistered registered =
        new CustomerRegistered(GRACE, ADAS_EMAIL, "Grace", "Hopper", "beef", expiry, NOW);
    models.of(GRACE, Stream.concat(Stream.of(registered), Stream.of(later)).toArray(Event[]::new));
    claims.take(Given.TENANT.value(), ClaimKinds.CUSTOMER_EMAIL, ADAS_EMAIL.value(), GRACE.value());
  }

  private FixtureConfiguration<Customer> aggregate(EmailVerification verification) {
    return Given.aggregate(Customer.class, claims, models, credentials, verification);
  }

  private String owner(Email email) {
    return claims
        .owner(Given.TENANT.value(), ClaimKinds.CUSTOMER_EMAIL, email.value())
        .orElse("nobody");
  }

  private static RegisterCustomer register(
      String firstName, String lastName, Password password, Boolean verified) {
    return new RegisterCustomer(ADA, ADAS_EMAIL, password, firstName, lastName, verified);
  }
}
