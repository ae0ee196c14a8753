package io.daybook.saga.orderplacement;

import io.daybook.kernel.Money;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the payments of an order have brought. What was given back is not owed again.
///
/// @param captured of the order's own payment
/// @param others the further payments that were authorised or charged, and what was captured of each
/// @param missing whether the order shows that money is missing
record Settlement(
    @Nullable Money captured, @Nullable Map<PaymentId, Money> others, @Nullable Boolean missing) {
  static final Settlement NOTHING = new Settlement(null, null, null);

  /// More was captured of the order's own payment.
  Settlement plus(Money more) {
    return new Settlement(captured == null ? more : captured.plus(more), others, missing);
  }

  /// After an event of a further payment.
  Settlement after(PaymentEvent event) {
    return switch (event) {
      case PaymentAuthorized it -> with(it.paymentId(), Money.zero(it.amount().currency()));
      case PaymentCaptured it -> with(it.paymentId(), it.amount());
      case PaymentCompleted it -> with(it.paymentId(), it.amount());
      default -> this;
    };
  }

  /// The order shows that money is missing.
  Settlement shown() {
    return new Settlement(captured, others, true);
  }

  boolean isShown() {
    return missing != null;
  }

  /// What is still to be paid; not positive where nothing is.
  Money open(Placement placement) {
    Money total = placement.totalAmount();
    Money open = captured == null ? total : total.minus(captured);
    for (Money other : known().values()) {
      open = open.minus(other);
    }
    return open;
  }

  boolean isPaid(Placement placement) {
    return !open(placement).isPositive();
  }

  Set<PaymentId> furtherPayments() {
    return known().keySet();
  }

  /// Further payments of which nothing was captured yet.
  List<PaymentId> held() {
    return known().entrySet().stream()
        .filter(payment -> payment.getValue().isZero())
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<PaymentId, Money> known() {
    return others == null ? Map.of() : others;
  }

  private Settlement with(PaymentId payment, Money more) {
    Map<PaymentId, Money> now = new LinkedHashMap<>(known());
    now.merge(payment, more, Money::plus);
    return new Settlement(captured, now, missing);
  }
}
