package io.daybook.saga.payment;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.PaymentId;
import java.time.Instant;

/// What every request to a gateway carries.
///
/// @param token what the gateway knows the customer's means of payment by
/// @param idempotencyKey names the request for good: with it, a gateway gives its first answer again
/// @param at the business time of the request
public record GatewayCall(
    TenantId tenant, PaymentId payment, String token, String idempotencyKey, Instant at) {}
