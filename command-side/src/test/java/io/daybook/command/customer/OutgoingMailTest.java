package io.daybook.command.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.testing.CommandSideTest;
import io.daybook.customer.Email;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutgoingMailTest extends CommandSideTest {
  private static final TenantId TENANT = new TenantId("mail");

  @Autowired private OutgoingMail mails;
  @Autowired private TenantClock clock;
  @Autowired private JdbcClient database;

  @Test
  void a_token_is_kept_no_longer_than_it_is_valid() {
    Instant now = clock.now(TENANT);
    waiting("gone@example.org", now.minusSeconds(1));
    waiting("good@example.org", now.plus(Duration.ofHours(1)));

    assertThat(mails.to(TENANT, new Email("gone@example.org"), 20)).isEmpty();
    assertThat(mails.to(TENANT, new Email("good@example.org"), 20)).hasSize(1);
    assertThat(
            database
                .sql("SELECT recipient FROM command_side.outgoing_mail WHERE tenant_id = 'mail'")
                .query(String.class)
                .list())
        .containsExactly("good@example.org");
  }

  private void waiting(String recipient, Instant expiresAt) {
    database
        .sql(
            """
            INSERT INTO command_side.outgoing_mail
              (tenant_id, mail_id, recipient, template, data, queued_at, expires_at)
            VALUES (?, ?, ?, 'verify-email', '{"verificationToken":"a.b"}', ?, ?)
            """)
        .params(
            TENANT.value(),
            UUID.randomUUID(),
            recipient,
            expiresAt.minusSeconds(60).atOffset(ZoneOffset.UTC),
            expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }
}
