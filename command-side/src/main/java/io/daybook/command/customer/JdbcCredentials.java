package io.daybook.command.customer;

import io.daybook.customer.CustomerId;
import io.daybook.customer.Password;
import io.daybook.kernel.Context;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/// @param encoder slow on purpose; its hashes say how they were made
record JdbcCredentials(JdbcClient database, PasswordEncoder encoder) implements Credentials {

  /// Of two nodes that register the same id at once, the event store refuses one; this must not do it
  /// first, with an error that nobody repeats the command for.
  @Override
  public void keep(Context context, CustomerId customer, Password password) {
    database
        .sql(
            """
            INSERT INTO command_side.credential (tenant_id, customer_id, password_hash, stored_at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant_id, customer_id) DO UPDATE
            SET password_hash = EXCLUDED.password_hash, stored_at = EXCLUDED.stored_at
            """)
        .params(
            context.tenant().value(),
            customer.value(),
            encoder.encode(password.value()),
            context.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void forget(Context context, CustomerId customer) {
    database
        .sql("DELETE FROM command_side.credential WHERE tenant_id = ? AND customer_id = ?")
        .params(context.tenant().value(), customer.value())
        .update();
  }
}
