package io.daybook.command.payment;

import io.daybook.kernel.Money;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a payment stands, which decides what may follow.
sealed interface PaymentState {
  PaymentStatus status();

  /// The requests to the gateway that have no answer yet, by their idempotency keys, oldest first.
  default Map<String, OpenRequest> open() {
    return Map.of();
  }

  /// Why the payment was given up, if somebody has asked for that.
  default @Nullable String voidReason() {
    return null;
  }

  /// A request to the gateway that has no answer yet.
  record OpenRequest(
      String key, PaymentOperation operation, Money amount, @Nullable RefundId refundId) {}

  /// The gateway is asked to authorise, to charge or to redirect.
  record Requested(OpenRequest request, @Nullable String voidReason) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REQUESTED;
    }

    @Override
    public Map<String, OpenRequest> open() {
      return Map.of(request.key(), request);
    }
  }

  /// The customer's browser was sent to the gateway and is not back.
  record Redirected(OpenRequest request, @Nullable String voidReason) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REDIRECTED;
    }

    @Override
    public Map<String, OpenRequest> open() {
      return Map.of(request.key(), request);
    }
  }

  /// The gateway holds the money.
  ///
  /// @param request to capture or to void it, if one is open
  record Authorized(
      String authorizationId,
      @Nullable Instant expiresAt,
      @Nullable OpenRequest request,
      @Nullable String voidReason)
      implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.AUTHORIZED;
    }

    @Override
    public Map<String, OpenRequest> open() {
      return request == null ? Map.of() : Map.of(request.key(), request);
    }

    /// What stays after a capture or a void has failed.
    Authorized failed(PaymentOperation operation) {
      boolean mine = request != null && request.operation() == operation;
      return mine ? new Authorized(authorizationId, expiresAt, null, voidReason) : this;
    }

    Held held(Money amount) {
      return new Held(authorizationId, expiresAt, amount);
    }
  }

  /// Money that the gateway holds and that can be captured.
  record Held(String authorizationId, @Nullable Instant expiresAt, Money amount) {
    boolean hasExpired(Instant now) {
      return expiresAt != null && !now.isBefore(expiresAt);
    }
  }

  /// The gateway could not say what became of the request that is open in the state before.
  record OutcomeUnknown(PaymentState before) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.UNKNOWN;
    }

    @Override
    public Map<String, OpenRequest> open() {
      return before.open();
    }

    @Override
    public @Nullable String voidReason() {
      return before.voidReason();
    }
  }

  /// What was not captured yet of an authorisation.
  ///
  /// @param request to capture it, if one is open
  record Rest(Held held, @Nullable OpenRequest request, @Nullable String voidReason) {
    Rest capturing(OpenRequest capture) {
      return new Rest(held, capture, voidReason);
    }

    Rest unwanted(String reason) {
      return new Rest(held, request, reason);
    }

    /// Null where nothing is left.
    @Nullable Rest less(Money captured) {
      Money left = held.amount().minus(captured);
      return left.isPositive()
          ? new Rest(new Held(held.authorizationId(), held.expiresAt(), left), null, voidReason)
          : null;
    }
  }

  /// The shop has the money, less what was given back.
  ///
  /// @param captureId of the latest capture
  /// @param amount of all captures
  /// @param rest what the gateway still holds after a part was captured
  /// @param refunds in the order in which they were requested; those that failed are left out
  record Captured(
      String captureId, Money amount, @Nullable Rest rest, Map<RefundId, Refund> refunds)
      implements PaymentState {

    /// @param request while it has no answer
    record Refund(Money amount, @Nullable OpenRequest request) {}

    public Captured {
      refunds = Collections.unmodifiableMap(new LinkedHashMap<>(refunds));
    }

    @Override
    public PaymentStatus status() {
      boolean all = refunded().compareTo(amount) >= 0 && open().isEmpty();
      return all ? PaymentStatus.REFUNDED : PaymentStatus.CAPTURED;
    }

    @Override
    public Map<String, OpenRequest> open() {
      Map<String, OpenRequest> open = new LinkedHashMap<>();
      if (rest != null && rest.request() != null) {
        open.put(rest.request().key(), rest.request());
      }
      for (Refund refund : refunds.values()) {
        if (refund.request() != null) {
          open.put(refund.request().key(), refund.request());
        }
      }
      return open;
    }

    @Override
    public @Nullable String voidReason() {
      return rest == null ? null : rest.voidReason();
    }

    /// What can still be given back. A refund counts from the moment it is requested (rule 14).
    Money refundable() {
      return amount.minus(refunded());
    }

    Captured refunded(RefundId id) {
      Refund refund = refunds.get(id);
      return refund == null ? this : with(id, new Refund(refund.amount(), null));
    }

    Captured with(RefundId id, Refund refund) {
      Map<RefundId, Refund> more = new LinkedHashMap<>(refunds);
      more.put(id, refund);
      return new Captured(captureId, amount, rest, more);
    }

    Captured without(RefundId id) {
      Map<RefundId, Refund> less = new LinkedHashMap<>(refunds);
      less.remove(id);
      return new Captured(captureId, amount, rest, less);
    }

    Captured with(@Nullable Rest next) {
      return new Captured(captureId, amount, next, refunds);
    }

    Captured captured(String capture, Money more) {
      Rest left = rest == null ? null : rest.less(more);
      return new Captured(capture, amount.plus(more), left, refunds);
    }

    private Money refunded() {
      return refunds.values().stream()
          .map(Refund::amount)
          .reduce(Money.zero(amount.currency()), Money::plus);
    }
  }

  /// The money was let go, or never held.
  record Voided() implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.VOIDED;
    }
  }

  /// The gateway declined to authorise.
  record Declined(DeclineKind kind) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.DECLINED;
    }
  }

  /// The gateway declined to charge.
  record Failed(DeclineKind kind) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.FAILED;
    }
  }
}
