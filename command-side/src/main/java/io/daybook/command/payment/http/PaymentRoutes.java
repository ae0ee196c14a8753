package io.daybook.command.payment.http;

import static io.daybook.http.Route.post;
import static io.daybook.kernel.Actor.Kind.CUSTOMER;
import static io.daybook.kernel.Actor.Kind.STAFF;

import io.daybook.http.Route;
import io.daybook.http.RouteTable;
import io.daybook.kernel.Command;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.InitiatePayPal;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentCommand.RequestPayment;
import io.daybook.payment.PaymentCommand.ResolvePayment;
import io.daybook.payment.PaymentCommand.RetryPayment;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import java.util.List;

/// The table of payment routes. A gateway answers in its own time: a caller that prefers to wait gets the
/// outcome, another one `202`.
public final class PaymentRoutes implements RouteTable {
  @Override
  public List<Route> routes() {
    return List.of(
        post("/payments", RequestPayment.class, "Take a payment at once")
            .generating("paymentId")
            .by(STAFF)
            .answeredBy(SettledPayment.class),
        post(
                "/payments/authorizations",
                AuthorizePayment.class,
                "Authorise a payment, to be captured later")
            .generating("paymentId")
            .by(STAFF)
            .answeredBy(SettledPayment.class),
        post("/payments/{paymentId}/capture", CapturePayment.class, "Capture an authorised payment")
            .by(STAFF)
            .answeredBy(SettledPayment.class),
        post("/payments/{paymentId}/void", VoidPayment.class, "Give up an authorisation")
            .by(STAFF)
            .answeredBy(SettledPayment.class),
        post("/payments/{paymentId}/refund", RefundPayment.class, "Refund a payment")
            .generating("refundId")
            .by(STAFF)
            .answeredBy(SettledPayment.class),
        post(
                "/payments/{paymentId}/retry",
                RetryPayment.class,
                "Try a softly declined payment again")
            .by(STAFF, CUSTOMER)
            .answeredBy(SettledPayment.class),
        post(
                "/payments/{paymentId}/resolve",
                ResolvePayment.class,
                "Find out what became of a payment")
            .by(STAFF)
            .answeredBy(SettledPayment.class),
        post(
                "/payments/paypal",
                InitiatePayPal.class,
                "Start the PayPal flow and get the URL to send the customer to")
            .generating("paymentId")
            .derivedFrom("orderId")
            .by(STAFF, CUSTOMER)
            .answeredBy(RedirectedPayment.class));
  }

  @Override
  public List<Class<? extends Command>> sentByProcesses() {
    return List.of(RecordGatewayAnswer.class, ReturnUnwantedPayment.class);
  }
}
