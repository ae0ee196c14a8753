package io.daybook.command.payment;

import io.daybook.command.payment.PaymentState.Authorized;
import io.daybook.command.payment.PaymentState.Captured;
import io.daybook.command.payment.PaymentState.Captured.Refund;
import io.daybook.command.payment.PaymentState.Declined;
import io.daybook.command.payment.PaymentState.Failed;
import io.daybook.command.payment.PaymentState.Held;
import io.daybook.command.payment.PaymentState.OpenRequest;
import io.daybook.command.payment.PaymentState.OutcomeUnknown;
import io.daybook.command.payment.PaymentState.Redirected;
import io.daybook.command.payment.PaymentState.Requested;
import io.daybook.command.payment.PaymentState.Rest;
import io.daybook.command.payment.PaymentState.Voided;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentRedirected;
import io.daybook.payment.PaymentEvent.PaymentRefundFailed;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRefunded;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentResolutionRequested;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentStatus;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the events of a payment have led to.
///
/// @param first the event that it begins with
/// @param attempt how often the gateway was asked to begin; 0 before the customer starts a redirect
/// @param unknown the idempotency keys of the requests whose outcome was unknown at some time
record PaymentHistory(
    PaymentRequested first, int attempt, PaymentState state, Set<String> unknown) {

  PaymentHistory {
    unknown = Set.copyOf(unknown);
  }

  static PaymentHistory of(PaymentRequested first) {
    return new PaymentHistory(first, first.attempt(), requested(first), Set.of());
  }

  PaymentStatus status() {
    return state.status();
  }

  Map<String, OpenRequest> open() {
    return state.open();
  }

  boolean isOpen(PaymentOperation operation) {
    return open().values().stream().anyMatch(request -> request.operation() == operation);
  }

  /// Empty before the payment is captured.
  Map<RefundId, Refund> refunds() {
    return known() instanceof Captured captured ? captured.refunds() : Map.of();
  }

  /// What can be captured. Empty where nothing is held, or where it is being voided.
  Optional<Held> held() {
    return switch (state) {
      case Authorized authorized when !isOpen(PaymentOperation.VOID) ->
          Optional.of(authorized.held(first.amount()));
      case Captured captured -> Optional.ofNullable(captured.rest()).map(Rest::held);
      case Authorized _,
          Requested _,
          Redirected _,
          OutcomeUnknown _,
          Voided _,
          Declined _,
          Failed _ ->
          Optional.empty();
    };
  }

  /// All that was captured, whether it was given back or not.
  Money captured() {
    return known() instanceof Captured captured
        ? captured.amount()
        : Money.zero(first.amount().currency());
  }

  /// What an order counts as paid by this payment: what was captured, and what is or may come to be held.
  /// What was given back is not owed again.
  Money counted(Instant now) {
    Money nothing = Money.zero(first.amount().currency());
    return switch (state) {
      case Requested _, Redirected _, OutcomeUnknown _ -> first.amount();
      case Authorized authorized ->
          authorized.request() == null && authorized.held(first.amount()).hasExpired(now)
              ? nothing
              : first.amount();
      case Captured captured -> captured.amount().plus(stillHeld(captured, now));
      case Voided _, Declined _, Failed _ -> nothing;
    };
  }

  private static Money stillHeld(Captured captured, Instant now) {
    Rest rest = captured.rest();
    return rest == null || (rest.request() == null && rest.held().hasExpired(now))
        ? Money.zero(captured.amount().currency())
        : rest.held().amount();
  }

  /// Whether this amount was captured, and not all of it is given back.
  ///
  /// @param amount null for all that can be captured
  boolean hasCaptured(@Nullable Money amount) {
    return status() == PaymentStatus.CAPTURED
        && state instanceof Captured captured
        && (amount == null ? captured.rest() == null : captured.amount().equals(amount));
  }

  PaymentHistory after(PaymentEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case PaymentRequested request ->
          new PaymentHistory(first, request.attempt(), requested(request), unknown);
      case PaymentRedirected _ -> in(redirected(state));
      case PaymentAuthorized authorized ->
          in(
              new Authorized(
                  authorized.authorizationId(), authorized.expiresAt(), null, state.voidReason()));
      case PaymentDeclined declined -> in(new Declined(declined.kind()));
      case PaymentOutcomeUnknown outcome -> unknown(outcome);
      case PaymentResolutionRequested _ -> this;
      case PaymentCaptureRequested request -> in(capturing(state, request));
      case PaymentCaptured captured -> captured(captured.captureId(), captured.amount());
      case PaymentVoidRequested request -> in(voiding(state, request));
      case PaymentVoided _ -> in(new Voided());
      case PaymentRefundRequested request -> changed(captured -> refunding(captured, request));
      case PaymentRefunded refunded -> changed(captured -> captured.refunded(refunded.refundId()));
      case PaymentRefundFailed failed -> changed(captured -> captured.without(failed.refundId()));
      case PaymentCompleted completed ->
          in(new Captured(completed.reference(), completed.amount(), null, Map.of()));
      case PaymentFailed failed -> in(failed(failed));
    };
  }

  private PaymentHistory in(PaymentState next) {
    return new PaymentHistory(first, attempt, next, unknown);
  }

  private PaymentHistory captured(String reference, Money amount) {
    PaymentState known = known();
    if (known instanceof Captured earlier) {
      return in(earlier.captured(reference, amount));
    }
    Authorized held = authorized(known);
    Rest whole = new Rest(held.held(first.amount()), null, held.voidReason());
    return in(new Captured(reference, amount, whole.less(amount), Map.of()));
  }

  /// An unknown refund does not change the state: the money was captured.
  private PaymentHistory unknown(PaymentOutcomeUnknown outcome) {
    Set<String> keys = new HashSet<>(unknown);
    keys.add(outcome.idempotencyKey());
    boolean known = outcome.operation() == PaymentOperation.REFUND;
    PaymentState next =
        known || state instanceof OutcomeUnknown ? state : new OutcomeUnknown(state);
    return new PaymentHistory(first, attempt, next, keys);
  }

  private PaymentState failed(PaymentFailed failed) {
    return switch (failed.operation()) {
      case CAPTURE, VOID -> failed(known(), failed.operation());
      case AUTHORIZE, CHARGE, REDIRECT, REFUND -> new Failed(failed.kind());
    };
  }

  private PaymentState known() {
    return state instanceof OutcomeUnknown(var before) ? before : state;
  }

  private static PaymentState failed(PaymentState before, PaymentOperation operation) {
    if (before instanceof Captured captured) {
      Rest rest = captured.rest();
      return captured.with(rest == null ? null : new Rest(rest.held(), null, rest.voidReason()));
    }
    return authorized(before).failed(operation);
  }

  private PaymentState voiding(PaymentState before, PaymentVoidRequested request) {
    String reason = request.reason();
    return switch (before) {
      case Requested(var open, _) -> new Requested(open, reason);
      case Redirected(var open, _) -> new Redirected(open, reason);
      case OutcomeUnknown(var known) -> new OutcomeUnknown(voiding(known, request));
      case Authorized held when request.authorizationId() == null -> // its capture is under way
          new Authorized(held.authorizationId(), held.expiresAt(), held.request(), reason);
      case Authorized held ->
          new Authorized(held.authorizationId(), held.expiresAt(), voidOf(request), reason);
      case Captured captured when captured.rest() != null ->
          captured.with(captured.rest().unwanted(reason));
      case Captured _, Voided _, Declined _, Failed _ -> before;
    };
  }

  private OpenRequest voidOf(PaymentVoidRequested request) {
    return new OpenRequest(request.idempotencyKey(), PaymentOperation.VOID, first.amount(), null);
  }

  /// The outcome of a further capture may be unknown meanwhile, and stays so.
  private PaymentHistory changed(UnaryOperator<Captured> change) {
    if (known() instanceof Captured captured) {
      Captured now = change.apply(captured);
      return in(state instanceof OutcomeUnknown ? new OutcomeUnknown(now) : now);
    }
    throw new IllegalStateException("Nothing was captured by " + first.paymentId());
  }

  private static Requested requested(PaymentRequested request) {
    return new Requested(
        new OpenRequest(request.idempotencyKey(), request.operation(), request.amount(), null),
        null);
  }

  private static PaymentState redirected(PaymentState before) {
    return before instanceof Requested(var request, var voidReason)
        ? new Redirected(request, voidReason)
        : before;
  }

  private static PaymentState capturing(PaymentState before, PaymentCaptureRequested request) {
    OpenRequest capture =
        new OpenRequest(request.idempotencyKey(), PaymentOperation.CAPTURE, request.amount(), null);
    if (before instanceof Captured captured && captured.rest() != null) {
      return captured.with(captured.rest().capturing(capture));
    }
    Authorized held = authorized(before);
    return new Authorized(held.authorizationId(), held.expiresAt(), capture, held.voidReason());
  }

  private static Captured refunding(Captured captured, PaymentRefundRequested request) {
    return captured.with(
        request.refundId(),
        new Refund(
            request.amount(),
            new OpenRequest(
                request.idempotencyKey(),
                PaymentOperation.REFUND,
                request.amount(),
                request.refundId())));
  }

  private static Authorized authorized(PaymentState state) {
    return switch (state) {
      case Authorized held -> held;
      case OutcomeUnknown(var before) -> authorized(before);
      case Requested _, Redirected _, Captured _, Voided _, Declined _, Failed _ ->
          throw new IllegalStateException("Nothing is authorised in " + state);
    };
  }
}
