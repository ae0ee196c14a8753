package io.daybook.command.customer;

import io.daybook.customer.Password;
import io.daybook.eventstore.TableChanges;
import io.daybook.kernel.Context;
import io.daybook.kernel.id.CustomerId;
import java.time.ZoneOffset;
import org.springframework.security.crypto.password.PasswordEncoder;

/// @param encoder slow on purpose; its hashes say how they were made
record JdbcCredentials(TableChanges changes, PasswordEncoder encoder) implements Credentials {

  @Override
  public void keep(Context context, CustomerId customer, Password password) {
    changes.add(
        """
        INSERT INTO command_side.credential (tenant_id, customer_id, password_hash, stored_at)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (tenant_id, customer_id) DO UPDATE
        SET password_hash = EXCLUDED.password_hash, stored_at = EXCLUDED.stored_at
        """,
        context.tenant().value(),
        customer.value(),
        encoder.encode(password.value()),
        context.at().atOffset(ZoneOffset.UTC));
  }

  @Override
  public void forget(Context context, CustomerId customer) {
    changes.add(
        "DELETE FROM command_side.credential WHERE tenant_id = ? AND customer_id = ?",
        context.tenant().value(),
        customer.value());
  }
}
