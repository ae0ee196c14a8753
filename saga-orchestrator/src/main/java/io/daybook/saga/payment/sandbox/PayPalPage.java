package io.daybook.saga.payment.sandbox;

import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/// Stands in for PayPal's own page: the customer approves or cancels, and is sent back to Daybook,
/// which asks the sandbox what became of it.
@RestController
@ConditionalOnBooleanProperty(name = "daybook.process.sandbox", matchIfMissing = true)
@RequestMapping(PayPalPage.PATH)
public class PayPalPage {
  static final String PATH = "/sandbox/paypal";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Sandbox payment</title>
      <style>body{font-family:sans-serif;max-width:24rem;margin:4rem auto}button{padding:.6rem 1.2rem}\
      form{display:inline}</style></head>
      <body>
      <h1>Sandbox payment</h1>
      <p>This page stands in for PayPal's. No money moves.</p>
      <p>Amount: <strong>%1$s</strong></p>
      <form method="post" action="%2$s/approve"><button>Approve</button></form>
      <form method="post" action="%2$s/cancel"><button>Cancel</button></form>
      </body>
      </html>
      """;

  private final SandboxLedger ledger;

  public PayPalPage(SandboxLedger ledger) {
    this.ledger = ledger;
  }

  @GetMapping(path = "/{reference}", produces = MediaType.TEXT_HTML_VALUE)
  public ResponseEntity<String> page(@PathVariable String reference) {
    return ledger
        .find(reference)
        .map(entry -> ResponseEntity.ok(html(entry)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @PostMapping("/{reference}/approve")
  public ResponseEntity<Void> approve(@PathVariable String reference) {
    return decide(reference, SandboxDecision.APPROVED);
  }

  @PostMapping("/{reference}/cancel")
  public ResponseEntity<Void> cancel(@PathVariable String reference) {
    return decide(reference, SandboxDecision.hard("The customer cancelled"));
  }

  private ResponseEntity<Void> decide(String reference, SandboxDecision decision) {
    ledger.decide(reference, decision);
    return ledger
        .find(reference)
        .map(entry -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(back(entry)))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND))
        .build();
  }

  /// As the customer decided first. A browser sends no header with the tenant, so the URL has it.
  private static URI back(LedgerEntry entry) {
    boolean approved = entry.decision().result() == SandboxDecision.Result.APPROVED;
    return UriComponentsBuilder.fromPath("/api/v1/payments/paypal/{payment}/{way}")
        .queryParam("tenant", entry.tenant().value())
        .build(entry.payment().value(), approved ? "return" : "cancel");
  }

  private static String html(LedgerEntry entry) {
    String action = PATH + "/" + entry.reference();
    return PAGE.formatted(HtmlUtils.htmlEscape(String.valueOf(entry.amount())), action);
  }
}
