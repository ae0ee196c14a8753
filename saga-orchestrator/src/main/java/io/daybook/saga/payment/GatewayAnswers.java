package io.daybook.saga.payment;

import io.daybook.agenda.Agenda;
import io.daybook.kernel.Rejection;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.GatewayAnswer.Redirected;
import io.daybook.payment.GatewayAnswer.Unknown;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.saga.ProcessCommands;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records what a gateway said, and puts on the agenda what it has not said yet.
public final class GatewayAnswers {
  private static final Logger log = LoggerFactory.getLogger(GatewayAnswers.class);

  private final ProcessCommands commands;
  private final Agenda agenda;
  private final LookupSchedule schedule;

  public GatewayAnswers(ProcessCommands commands, Agenda agenda, LookupSchedule schedule) {
    this.commands = commands;
    this.agenda = agenda;
    this.schedule = schedule;
  }

  GatewayCall call(Asked asked) {
    Instant at = asked.cause().effectiveAt();
    return new GatewayCall(
        asked.cause().tenant(),
        asked.payment(),
        asked.method().token(),
        asked.idempotencyKey(),
        at == null ? agenda.now(asked.cause().tenant()) : at);
  }

  /// A customer may approve on the gateway's page and never come back, so a redirect is looked up
  /// just as an unknown outcome is.
  void record(Asked asked, GatewayAnswer answer) {
    tell(asked, answer);
    if (answer instanceof Unknown || answer instanceof Redirected) {
      agenda.scheduleIfNotExists(schedule.first(asked, agenda.now(asked.cause().tenant())));
    }
  }

  void tell(Asked asked, GatewayAnswer answer) {
    RecordGatewayAnswer record =
        new RecordGatewayAnswer(asked.payment(), asked.idempotencyKey(), answer);
    Rejection rejection = commands.attempt(asked.cause(), record);
    if (rejection != null) {
      log.warn(
          "Tenant {}: {} was refused: {}", asked.cause().tenant(), record, rejection.getMessage());
    }
  }
}
