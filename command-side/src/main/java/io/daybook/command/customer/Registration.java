package io.daybook.command.customer;

import static io.daybook.customer.CustomerRejection.INVALID_EMAIL;
import static io.daybook.customer.CustomerRejection.INVALID_NAME;
import static io.daybook.customer.CustomerRejection.INVALID_PASSWORD;

import io.daybook.command.customer.EmailVerification.Challenge;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.Email;
import io.daybook.customer.Password;
import io.daybook.kernel.Actor;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Texts;
import io.daybook.kernel.id.CustomerId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A registration whose fields are as they must be.
///
/// @param vouched whether staff say that the address is the customer's
record Registration(
    Email email, @Nullable Password password, String firstName, String lastName, boolean vouched) {
  private static final int MAX_NAME = 100;
  private static final int MIN_PASSWORD_BYTES = 8;
  private static final int MAX_PASSWORD_BYTES = 72; // more is not seen by bcrypt

  static Registration checked(RegisterCustomer command, Actor actor) {
    boolean vouched = Boolean.TRUE.equals(command.emailVerified());
    if (vouched && !actor.isStaff()) {
      throw Rejection.of(KernelRejection.STAFF_ONLY)
          .with("emailVerified", true, "may be said by staff only");
    }
    return new Registration(
        email(command.email()),
        password(command.password(), actor),
        name("firstName", command.firstName()),
        name("lastName", command.lastName()),
        vouched);
  }

  /// What was registered before, for another mail.
  static Registration of(CustomerRegistered registered) {
    return new Registration(
        registered.email(), null, registered.firstName(), registered.lastName(), false);
  }

  CustomerRegistered accepted(CustomerId id, @Nullable Challenge challenge, Instant at) {
    return new CustomerRegistered(
        id,
        email,
        firstName,
        lastName,
        challenge == null ? null : challenge.tokenHash(),
        challenge == null ? null : challenge.expiresAt(),
        at);
  }

  /// The password is not compared: whoever may register could otherwise guess at it.
  boolean isThatOf(CustomerRegistered registered) {
    return email.equals(registered.email())
        && firstName.equals(registered.firstName())
        && lastName.equals(registered.lastName())
        && vouched == (registered.verificationTokenHash() == null);
  }

  private static Email email(@Nullable Email email) {
    if (email == null) {
      throw Rejection.of(INVALID_EMAIL).with("email", null, "is required");
    }
    return email.requireVisible();
  }

  private static @Nullable Password password(@Nullable Password password, Actor actor) {
    if (password == null ? !actor.isStaff() : !isGood(password.value())) {
      throw Rejection.of(INVALID_PASSWORD)
          .with("password", password, "must have 8 to 72 bytes, with a letter and a digit");
    }
    return password;
  }

  private static boolean isGood(String password) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    return bytes >= MIN_PASSWORD_BYTES
        && bytes <= MAX_PASSWORD_BYTES
        && password.codePoints().anyMatch(Character::isLetter)
        && password.codePoints().anyMatch(Character::isDigit);
  }

  private static String name(String field, @Nullable String value) {
    String name = Texts.tidied(value);
    if (!Texts.isLine(name, MAX_NAME)) {
      throw Rejection.of(INVALID_NAME)
          .with(field, value, "must have 1 to 100 printable characters");
    }
    return name;
  }
}
