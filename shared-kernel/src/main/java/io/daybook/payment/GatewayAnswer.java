package io.daybook.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a gateway said to one request.
public sealed interface GatewayAnswer {
  /// @param expiresAt when an authorisation lapses; none where it does not
  record Approved(String reference, @Nullable Instant expiresAt) implements GatewayAnswer {}

  record Declined(DeclineKind kind, String reason) implements GatewayAnswer {}

  /// Nobody knows yet whether money moved.
  record Unknown(String reason) implements GatewayAnswer {}

  /// The customer has to approve on the gateway's page.
  record Redirected(String redirectUrl, String reference) implements GatewayAnswer {}
}
