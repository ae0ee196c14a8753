package io.daybook.saga.payment.sandbox;

import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.PaymentOperation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One request in the sandbox's ledger.
///
/// @param knownFrom before this, the sandbox does not tell the outcome
/// @param calls how often the request came, with the same key
record LedgerEntry(
    TenantId tenant,
    String key,
    PaymentId payment,
    PaymentOperation operation,
    String token,
    @Nullable Money amount,
    SandboxDecision decision,
    String reference,
    @Nullable Instant expiresAt,
    Instant knownFrom,
    int calls,
    int lookups) {}
