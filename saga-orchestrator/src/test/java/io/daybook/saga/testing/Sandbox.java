package io.daybook.saga.testing;

import io.daybook.kernel.TenantClock;
import io.daybook.saga.payment.sandbox.SandboxGateway;
import io.daybook.saga.payment.sandbox.SandboxLedger;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The sandbox gateway on a database, and what its books say.
public record Sandbox(DataSource dataSource, SandboxLedger ledger, SandboxGateway gateway) {
  public static final Duration LATE = Duration.ofMinutes(2);

  public static Sandbox on(DataSource dataSource, TenantClock clock) {
    SandboxLedger ledger =
        new SandboxLedger(JdbcClient.create(dataSource), new JdbcTransactionManager(dataSource));
    return new Sandbox(
        dataSource, ledger, new SandboxGateway(ledger, clock, LATE, () -> "http://shop"));
  }

  /// How much was moved by an operation, in minor units.
  public long moved(String operation) {
    return JdbcClient.create(dataSource)
        .sql(
            "SELECT coalesce(sum(amount_minor), 0) FROM process.sandbox_ledger"
                + " WHERE operation = :operation AND outcome = 'APPROVED'")
        .param("operation", operation)
        .query(Long.class)
        .single();
  }

  public long calls() {
    return JdbcClient.create(dataSource)
        .sql("SELECT coalesce(sum(calls), 0) FROM process.sandbox_ledger")
        .query(Long.class)
        .single();
  }
}
