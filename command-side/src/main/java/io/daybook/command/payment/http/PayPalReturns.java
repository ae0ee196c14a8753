package io.daybook.command.payment.http;

import io.daybook.command.dispatch.ModelAwaiter;
import io.daybook.command.payment.PaymentModel;
import io.daybook.http.Contexts;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.PaymentCommand;
import io.daybook.payment.PaymentCommand.ResolvePayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentRejection;
import io.daybook.payment.PaymentStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// Where PayPal sends the customer's browser back to. The browser's request proves nothing, so the gateway is
/// asked what became of the payment. Then the browser is redirected to the shop.
@RestController
@RequestMapping("/api/v1/payments/paypal/{paymentId}")
class PayPalReturns {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// A customer who leaves PayPal without a decision is not kept waiting for one.
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final CommandGateway commands;
  private final ModelAwaiter awaiter;

  PayPalReturns(CommandGateway commands, ModelAwaiter awaiter) {
    this.commands = commands;
    this.awaiter = awaiter;
  }

  @GetMapping("/return")
  ResponseEntity<Object> back(
      @PathVariable String paymentId, @RequestParam(defaultValue = "default") String tenant) {
    PaymentId payment = new PaymentId(paymentId);
    PaymentModel known = resolved(payment, new TenantId(tenant), PATIENCE);
    boolean approved = known.status() != PaymentStatus.DECLINED;
    return to(approved ? known.returnUrl() : known.cancelUrl(), payment, known);
  }

  @GetMapping("/cancel")
  ResponseEntity<Object> cancelled(
      @PathVariable String paymentId, @RequestParam(defaultValue = "default") String tenant) {
    PaymentId payment = new PaymentId(paymentId);
    TenantId of = new TenantId(tenant);
    PaymentModel known = resolved(payment, of, SHORT);
    if (!known.isSettled()) {
      send(new VoidPayment(payment, "CANCELLED_BY_CUSTOMER"), of);
    }
    return to(known.cancelUrl(), payment, known);
  }

  private PaymentModel resolved(PaymentId payment, TenantId tenant, Duration patience) {
    send(new ResolvePayment(payment, null, null), tenant);
    PaymentModel known =
        awaiter
            .await(
                PaymentModel.DEFINITION, tenant.stream(payment), PayPalReturns::isKnown, patience)
            .orElseThrow()
            .model();
    if (known.returnUrl() == null) {
      throw Rejection.of(PaymentRejection.INVALID_STATUS_TRANSITION)
          .with("status", known.status(), "was not redirected");
    }
    return known;
  }

  /// A payment that redirected no browser is not waited for.
  private static boolean isKnown(PaymentModel payment) {
    return payment.returnUrl() == null || payment.isSettled();
  }

  private void send(PaymentCommand command, TenantId tenant) {
    try {
      commands
          .send(
              new GenericCommandMessage<>(
                  command, Contexts.metaData(tenant, Actor.ANONYMOUS, null)))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static ResponseEntity<Object> to(
      @Nullable String shop, PaymentId payment, PaymentModel known) {
    URI target =
        UriComponentsBuilder.fromUriString(Objects.requireNonNull(shop))
            .queryParam("paymentId", payment.value())
            .queryParam("status", known.status())
            .build()
            .toUri();
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(target).build();
  }
}
