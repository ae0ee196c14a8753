package io.daybook.saga.payment.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.daybook.kernel.Money;
import io.daybook.kernel.TenantClock;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.GatewayAnswer.Approved;
import io.daybook.payment.GatewayAnswer.Declined;
import io.daybook.payment.GatewayAnswer.Redirected;
import io.daybook.payment.GatewayAnswer.Unknown;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.payment.GatewayCall;
import io.daybook.saga.payment.PaymentGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Behaves as the [token][SandboxToken] says. A repeated key gets the first answer and moves
/// nothing.
public final class SandboxGateway implements PaymentGateway {
  /// Rule 15: an authorisation lapses after 7 days.
  static final Duration AUTHORISATION = Duration.ofDays(7);

  private final SandboxLedger ledger;
  private final TenantClock clock;
  private final Duration delay;
  private final Supplier<String> publicUrl;

  /// @param delay after how long the sandbox gives the outcome of a `late` payment
  public SandboxGateway(
      SandboxLedger ledger, TenantClock clock, Duration delay, Supplier<String> publicUrl) {
    this.ledger = ledger;
    this.clock = clock;
    this.delay = delay;
    this.publicUrl = publicUrl;
  }

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public boolean accepts(String token) {
    return SandboxToken.of(token).isPresent();
  }

  @Override
  public GatewayAnswer authorize(GatewayCall call, Money amount) {
    return requestMoney(call, PaymentOperation.AUTHORIZE, amount);
  }

  @Override
  public GatewayAnswer charge(GatewayCall call, Money amount) {
    return requestMoney(call, PaymentOperation.CHARGE, amount);
  }

  @Override
  public GatewayAnswer redirect(GatewayCall call, Money amount) {
    return requestMoney(call, PaymentOperation.REDIRECT, amount);
  }

  @Override
  public GatewayAnswer capture(GatewayCall call, Money amount, String authorizationId) {
    return request(call, PaymentOperation.CAPTURE, amount);
  }

  @Override
  public GatewayAnswer cancel(GatewayCall call, String authorizationId) {
    return request(call, PaymentOperation.VOID, null);
  }

  @Override
  public GatewayAnswer refund(GatewayCall call, Money amount, String captureId) {
    return request(call, PaymentOperation.REFUND, amount);
  }

  @Override
  public GatewayAnswer lookup(GatewayCall call, PaymentOperation operation) {
    Optional<LedgerEntry> found = ledger.lookup(call);
    if (found.isEmpty()) {
      return new Declined(DeclineKind.SOFT, "The request never arrived");
    }
    boolean hidden =
        SandboxToken.of(call.token()).filter(SandboxToken::hidesFromFirstLookup).isPresent()
            && found.get().lookups() < 2;
    return hidden ? new Unknown("Still being worked on") : answer(found.get());
  }

  /// A call for money, which some tokens leave without an answer.
  private GatewayAnswer requestMoney(GatewayCall call, PaymentOperation operation, Money amount) {
    GatewayAnswer answer = request(call, operation, amount);
    if (SandboxToken.of(call.token()).filter(SandboxToken::staysSilent).isPresent()) {
      throw new SandboxSilence(call);
    }
    return answer;
  }

  private GatewayAnswer request(
      GatewayCall call, PaymentOperation operation, @Nullable Money amount) {
    Optional<SandboxToken> token = SandboxToken.of(call.token());
    return token.isEmpty()
        ? new Declined(DeclineKind.HARD, "The sandbox takes no " + call.token())
        : answer(
            ledger.enter(call, entries -> entry(call, token.get(), operation, amount, entries)));
  }

  private LedgerEntry entry(
      GatewayCall call,
      SandboxToken token,
      PaymentOperation operation,
      @Nullable Money amount,
      PaymentEntries entries) {
    Instant now = clock.now(call.tenant());
    boolean late = token == SandboxToken.LATE && isForMoney(operation);
    String name = call.tenant() + "/" + call.idempotencyKey();
    return new LedgerEntry(
        call.tenant(),
        call.idempotencyKey(),
        call.payment(),
        operation,
        call.token(),
        amount,
        SandboxRules.decide(token, operation, amount, entries),
        "sbx_" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
        lapses(operation) ? call.at().plus(AUTHORISATION) : null,
        late ? now.plus(delay) : now,
        1,
        0);
  }

  private static boolean isForMoney(PaymentOperation operation) {
    return operation == PaymentOperation.AUTHORIZE || operation == PaymentOperation.CHARGE;
  }

  private static boolean lapses(PaymentOperation operation) {
    return operation == PaymentOperation.AUTHORIZE || operation == PaymentOperation.REDIRECT;
  }

  private GatewayAnswer answer(LedgerEntry entry) {
    if (entry.knownFrom().isAfter(clock.now(entry.tenant()))) {
      return new Unknown("Accepted, the outcome comes later");
    }
    SandboxDecision decision = entry.decision();
    return switch (decision.result()) {
      case APPROVED -> new Approved(entry.reference(), entry.expiresAt());
      case DECLINED ->
          new Declined(
              requireNonNullElse(decision.kind(), DeclineKind.SOFT),
              requireNonNullElse(decision.reason(), "Declined"));
      case OPEN -> new Redirected(page(entry), entry.reference());
    };
  }

  private String page(LedgerEntry entry) {
    return publicUrl.get() + PayPalPage.PATH + "/" + entry.reference();
  }
}
