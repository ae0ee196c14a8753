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

/// Behaves as the [token][SandboxToken] says. A repeated key gets the first answer and moves nothing.
public final class SandboxGateway implements PaymentGateway {
  /// Rule 15: an authorisation lapses after 7 days.
  static final Duration AUTHORISATION = Duration.ofDays(7);

  private final SandboxLedger ledger;
  private final TenantClock clock;
  private final Duration late;
  private final Supplier<String> publicUrl;

  /// @param late after how long a `late` payment's outcome is told
  public SandboxGateway(
      SandboxLedger ledger, TenantClock clock, Duration late, Supplier<String> publicUrl) {
    this.ledger = ledger;
    this.clock = clock;
    this.late = late;
    this.publicUrl = publicUrl;
  }

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public boolean takes(String token) {
    return SandboxToken.of(token).isPresent();
  }

  @Override
  public GatewayAnswer authorize(GatewayCall call, Money amount) {
    return money(call, PaymentOperation.AUTHORIZE, amount);
  }

  @Override
  public GatewayAnswer charge(GatewayCall call, Money amount) {
    return money(call, PaymentOperation.CHARGE, amount);
  }

  @Override
  public GatewayAnswer redirect(GatewayCall call, Money amount) {
    return money(call, PaymentOperation.REDIRECT, amount);
  }

  @Override
  public GatewayAnswer capture(GatewayCall call, Money amount, String authorizationId) {
    return asked(call, PaymentOperation.CAPTURE, amount);
  }

  @Override
  public GatewayAnswer cancel(GatewayCall call, String authorizationId) {
    return asked(call, PaymentOperation.VOID, null);
  }

  @Override
  public GatewayAnswer refund(GatewayCall call, Money amount, String captureId) {
    return asked(call, PaymentOperation.REFUND, amount);
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
    return hidden ? new Unknown("Still being worked on") : told(found.get());
  }

  /// A call for money, which some tokens leave without an answer.
  private GatewayAnswer money(GatewayCall call, PaymentOperation operation, Money amount) {
    GatewayAnswer answer = asked(call, operation, amount);
    if (SandboxToken.of(call.token()).filter(SandboxToken::staysSilent).isPresent()) {
      throw new SandboxSilence(call);
    }
    return answer;
  }

  private GatewayAnswer asked(
      GatewayCall call, PaymentOperation operation, @Nullable Money amount) {
    Optional<SandboxToken> token = SandboxToken.of(call.token());
    return token.isEmpty()
        ? new Declined(DeclineKind.HARD, "The sandbox takes no " + call.token())
        : told(ledger.enter(call, history -> entry(call, token.get(), operation, amount, history)));
  }

  private LedgerEntry entry(
      GatewayCall call,
      SandboxToken token,
      PaymentOperation operation,
      @Nullable Money amount,
      History history) {
    Instant now = clock.now(call.tenant());
    boolean later = token == SandboxToken.LATE && isForMoney(operation);
    String name = call.tenant() + "/" + call.idempotencyKey();
    return new LedgerEntry(
        call.tenant(),
        call.idempotencyKey(),
        call.payment(),
        operation,
        call.token(),
        amount,
        SandboxRules.judge(token, operation, amount, history),
        "sbx_" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
        lapses(operation) ? call.at().plus(AUTHORISATION) : null,
        later ? now.plus(late) : now,
        1,
        0);
  }

  private static boolean isForMoney(PaymentOperation operation) {
    return operation == PaymentOperation.AUTHORIZE || operation == PaymentOperation.CHARGE;
  }

  private static boolean lapses(PaymentOperation operation) {
    return operation == PaymentOperation.AUTHORIZE || operation == PaymentOperation.REDIRECT;
  }

  private GatewayAnswer told(LedgerEntry entry) {
    if (entry.knownFrom().isAfter(clock.now(entry.tenant()))) {
      return new Unknown("Accepted, the outcome comes later");
    }
    Verdict verdict = entry.verdict();
    return switch (verdict.outcome()) {
      case APPROVED -> new Approved(entry.reference(), entry.expiresAt());
      case DECLINED ->
          new Declined(
              requireNonNullElse(verdict.kind(), DeclineKind.SOFT),
              requireNonNullElse(verdict.reason(), "Declined"));
      case OPEN -> new Redirected(page(entry), entry.reference());
    };
  }

  private String page(LedgerEntry entry) {
    return publicUrl.get() + PayPalPage.PATH + "/" + entry.reference();
  }
}
