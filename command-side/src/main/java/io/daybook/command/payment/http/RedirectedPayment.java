package io.daybook.command.payment.http;

import io.daybook.http.CommandAnswer;
import io.daybook.http.CommandCall;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers with the URL to send the customer to. Without it the caller can do nothing, so it is waited
/// for whatever the caller prefers.
@Component
class RedirectedPayment implements CommandAnswer {
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final SettledPayment settled;

  RedirectedPayment(SettledPayment settled) {
    this.settled = settled;
  }

  @Override
  public ResponseEntity<Object> answer(CommandCall call) {
    return settled.answer(call, WAIT);
  }
}
