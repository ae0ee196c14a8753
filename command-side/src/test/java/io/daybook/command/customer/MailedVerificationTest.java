package io.daybook.command.customer;

import static io.daybook.command.customer.Customers.ADA;
import static io.daybook.command.customer.Customers.ADAS_EMAIL;
import static io.daybook.command.testing.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.customer.EmailVerification.Challenge;
import io.daybook.command.tenant.Policies;
import io.daybook.command.testing.Given;
import io.daybook.customer.CustomerCommand.VerifyCustomerEmail;
import io.daybook.kernel.Context;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailedVerificationTest {
  private static final Registration REGISTRATION =
      new Registration(ADAS_EMAIL, null, "Ada", "Lovelace", false);

  private final KnownMail mails = new KnownMail();
  private final MailedVerification verification =
      new MailedVerification(Policies.defaults(), mails, new SecureRandom());

  @Test
  void the_token_is_in_the_mail_and_only_its_hash_is_kept() {
    Challenge challenge = verification.send(command("1"), ADA, REGISTRATION);

    String token = token(mails.queued().getFirst());
    assertThat(new VerificationToken(token).hasHash(challenge.tokenHash())).isTrue();
    assertThat(challenge.tokenHash()).matches("[0-9a-f]{64}").doesNotContain(token);
    assertThat(new VerifyCustomerEmail(token).customerId()).isEqualTo(ADA);
  }

  @Test
  void the_mail_goes_to_the_address_in_question() {
    verification.send(command("1"), ADA, REGISTRATION);

    QueuedMail mail = mails.queued().getFirst();
    assertThat(mail.recipient()).isEqualTo(ADAS_EMAIL);
    assertThat(mail.template()).isEqualTo("verify-email");
    assertThat(mail.data()).containsEntry("firstName", "Ada");
    assertThat(mail.queuedAt()).isEqualTo(NOW);
    assertThat(mail.toString()).doesNotContain(token(mail), ADAS_EMAIL.value());
  }

  @Test
  void a_token_expires_when_the_tenant_says() {
    assertThat(verification.send(command("1"), ADA, REGISTRATION).expiresAt())
        .isEqualTo(NOW.plus(Duration.ofHours(48)));
  }

  @Test
  void no_two_tokens_are_the_same_and_a_command_has_one_mail() {
    verification.send(command("1"), ADA, REGISTRATION);
    verification.send(command("1"), ADA, REGISTRATION);
    verification.send(command("2"), ADA, REGISTRATION);

    assertThat(mails.queued().stream().map(MailedVerificationTest::token)).doesNotHaveDuplicates();
    assertThat(mails.queued().get(0).mailId()).isEqualTo(mails.queued().get(1).mailId());
    assertThat(mails.queued().get(0).mailId()).isNotEqualTo(mails.queued().get(2).mailId());
  }

  private static String token(QueuedMail mail) {
    return mail.data().get("verificationToken");
  }

  private static Context command(String id) {
    return new Context(Given.TENANT, Given.CUSTOMER, NOW, id);
  }
}
