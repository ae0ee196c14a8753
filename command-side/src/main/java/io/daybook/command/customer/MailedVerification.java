package io.daybook.command.customer;

import io.daybook.kernel.Context;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.CustomerId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Sends a token by mail. The token itself is in that mail and nowhere else.
record MailedVerification(TenantPolicy.Source policies, OutgoingMail mails, SecureRandom random)
    implements EmailVerification {
  static final String TEMPLATE = "verify-email";
  private static final int SECRET_BYTES = 32;

  @Override
  public Challenge send(Context context, CustomerId customer, Registration registration) {
    VerificationToken token = VerificationToken.of(customer, secret());
    Instant expiresAt = context.at().plus(policies.of(context.tenant()).verification());
    mails.queue(
        context.tenant(),
        new QueuedMail(
            mailId(context),
            registration.email(),
            TEMPLATE,
            Map.of(
                "firstName", registration.firstName(),
                "verificationToken", token.value(),
                "expiresAt", expiresAt.toString()),
            context.at()));
    return new Challenge(token.hash(), expiresAt);
  }

  private byte[] secret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /// One command sends one such mail, however often it is tried.
  private static UUID mailId(Context context) {
    return UUID.nameUUIDFromBytes(
        (TEMPLATE + "/" + context.commandId()).getBytes(StandardCharsets.UTF_8));
  }
}
