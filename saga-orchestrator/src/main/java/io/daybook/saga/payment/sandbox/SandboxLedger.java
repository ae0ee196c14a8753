package io.daybook.saga.payment.sandbox;

import static java.util.Objects.requireNonNull;

import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.payment.GatewayCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The sandbox's own records, written in transactions of their own, whatever becomes of the
/// caller's.
public final class SandboxLedger {
  private static final String INSERT =
      """
      INSERT INTO process.sandbox_ledger
        (tenant_id, key, payment_id, operation, token, amount_minor, currency, outcome,
         decline_kind, reason, reference, expires_at, known_from)
      VALUES (:tenant, :key, :payment, :operation, :token, :amount, :currency, :outcome,
        :kind, :reason, :reference, :expiresAt, :knownFrom)
      """;

  private static final String DECIDE =
      """
      UPDATE process.sandbox_ledger
      SET outcome = :outcome, decline_kind = :kind, reason = :reason
      WHERE reference = :reference AND outcome = 'OPEN'
      """;

  private final JdbcClient database;
  private final TransactionTemplate own;

  public SandboxLedger(JdbcClient database, PlatformTransactionManager transactions) {
    this.database = database;
    this.own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// Counts one more call of the entry with the call's key, or inserts it if it is the first.
  LedgerEntry enter(GatewayCall call, Function<PaymentEntries, LedgerEntry> first) {
    return requireNonNull(
        own.execute(
            _ -> {
              lock(call);
              return count(call, "calls")
                  .orElseGet(() -> insert(first.apply(entries(call.tenant(), call.payment()))));
            }));
  }

  /// @return empty if no request with this key ever arrived
  Optional<LedgerEntry> lookup(GatewayCall call) {
    return requireNonNull(own.execute(_ -> count(call, "lookups")));
  }

  Optional<LedgerEntry> find(String reference) {
    return database
        .sql("SELECT * FROM process.sandbox_ledger WHERE reference = :reference")
        .param("reference", reference)
        .query(SandboxLedger::entry)
        .optional();
  }

  PaymentEntries entries(TenantId tenant, PaymentId payment) {
    List<LedgerEntry> entries =
        database
            .sql(
                "SELECT * FROM process.sandbox_ledger"
                    + " WHERE tenant_id = :tenant AND payment_id = :payment ORDER BY key")
            .param("tenant", tenant.value())
            .param("payment", payment.value())
            .query(SandboxLedger::entry)
            .list();
    return new PaymentEntries(entries);
  }

  /// The customer's decision; a second one changes nothing.
  void decide(String reference, SandboxDecision decision) {
    own.executeWithoutResult(
        _ -> decision(database.sql(DECIDE), decision).param("reference", reference).update());
  }

  private void lock(GatewayCall call) {
    database
        .sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:payment, 0))")
        .param("payment", call.tenant().stream(call.payment()))
        .query(Integer.class)
        .single();
  }

  private Optional<LedgerEntry> count(GatewayCall call, String column) {
    return database
        .sql(
            "UPDATE process.sandbox_ledger SET %1$s = %1$s + 1".formatted(column)
                + " WHERE tenant_id = :tenant AND key = :key RETURNING *")
        .param("tenant", call.tenant().value())
        .param("key", call.idempotencyKey())
        .query(SandboxLedger::entry)
        .optional();
  }

  private LedgerEntry insert(LedgerEntry entry) {
    Money amount = entry.amount();
    decision(database.sql(INSERT), entry.decision())
        .param("tenant", entry.tenant().value())
        .param("key", entry.key())
        .param("payment", entry.payment().value())
        .param("operation", entry.operation().name())
        .param("token", entry.token())
        .param("amount", amount == null ? null : amount.amountMinor())
        .param("currency", amount == null ? null : amount.currency().getCurrencyCode())
        .param("reference", entry.reference())
        .param("expiresAt", timestamp(entry.expiresAt()))
        .param("knownFrom", timestamp(entry.knownFrom()))
        .update();
    return entry;
  }

  private static JdbcClient.StatementSpec decision(
      JdbcClient.StatementSpec statement, SandboxDecision decision) {
    DeclineKind kind = decision.kind();
    return statement
        .param("outcome", decision.result().name())
        .param("kind", kind == null ? null : kind.name())
        .param("reason", decision.reason());
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    String kind = row.getString("decline_kind");
    Timestamp expiresAt = row.getTimestamp("expires_at");
    return new LedgerEntry(
        new TenantId(row.getString("tenant_id")),
        row.getString("key"),
        new PaymentId(row.getString("payment_id")),
        PaymentOperation.valueOf(row.getString("operation")),
        row.getString("token"),
        currency == null ? null : Money.of(row.getLong("amount_minor"), currency),
        new SandboxDecision(
            SandboxDecision.Result.valueOf(row.getString("outcome")),
            kind == null ? null : DeclineKind.valueOf(kind),
            row.getString("reason")),
        row.getString("reference"),
        expiresAt == null ? null : expiresAt.toInstant(),
        row.getTimestamp("known_from").toInstant(),
        row.getInt("calls"),
        row.getInt("lookups"));
  }
}
