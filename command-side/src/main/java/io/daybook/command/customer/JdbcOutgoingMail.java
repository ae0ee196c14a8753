package io.daybook.command.customer;

import io.daybook.customer.Email;
import io.daybook.eventstore.TableChanges;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A mail is kept for as long as the token in it is valid: `expiresAt` of its data.
record JdbcOutgoingMail(JdbcClient database, TableChanges changes, TenantClock clock)
    implements OutgoingMail {
  private static final String EXPIRED =
      "DELETE FROM command_side.outgoing_mail WHERE tenant_id = ? AND expires_at <= ?";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};

  @Override
  public void queue(TenantId tenant, QueuedMail mail) {
    changes.add(EXPIRED, tenant.value(), clock.now(tenant).atOffset(ZoneOffset.UTC));
    changes.add(
        """
        INSERT INTO command_side.outgoing_mail
          (tenant_id, mail_id, recipient, template, data, queued_at, expires_at)
        VALUES (?, ?, ?, ?, ?::json, ?, ?::timestamptz)
        """,
        tenant.value(),
        mail.mailId(),
        mail.recipient().value(),
        mail.template(),
        JSON.writeValueAsString(mail.data()),
        mail.queuedAt().atOffset(ZoneOffset.UTC),
        mail.data().get("expiresAt"));
  }

  @Override
  public List<QueuedMail> to(TenantId tenant, Email recipient, int limit) {
    OffsetDateTime now = clock.now(tenant).atOffset(ZoneOffset.UTC);
    database.sql(EXPIRED).params(tenant.value(), now).update();
    return database
        .sql(
            """
            SELECT mail_id, recipient, template, data, queued_at FROM command_side.outgoing_mail
            WHERE tenant_id = ? AND recipient = ? ORDER BY queued_at DESC, mail_id LIMIT ?
            """)
        .params(tenant.value(), recipient.value(), limit)
        .query((row, number) -> mail(row))
        .list();
  }

  @Override
  public void forget(TenantId tenant, Email recipient) {
    changes.add(
        "DELETE FROM command_side.outgoing_mail WHERE tenant_id = ? AND recipient = ?",
        tenant.value(),
        recipient.value());
  }

  private static QueuedMail mail(ResultSet row) throws SQLException {
    return new QueuedMail(
        row.getObject("mail_id", UUID.class),
        new Email(row.getString("recipient")),
        row.getString("template"),
        JSON.readValue(row.getString("data"), DATA),
        row.getObject("queued_at", OffsetDateTime.class).toInstant());
  }
}
