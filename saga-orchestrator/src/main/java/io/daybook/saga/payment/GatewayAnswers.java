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

/// Records what a gateway answered, and schedules a look-up if the outcome is not known.
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

  GatewayCall call(GatewayRequest request) {
    Instant at = request.cause().effectiveAt();
    return new GatewayCall(
        request.cause().tenant(),
        request.payment(),
        request.method().token(),
        request.idempotencyKey(),
        at == null ? agenda.now(request.cause().tenant()) : at);
  }

  /// A customer may approve on the gateway's page and never come back, so a redirect is looked up
  /// just as an unknown outcome is.
  void recordOrLookUp(GatewayRequest request, GatewayAnswer answer) {
    record(request, answer);
    if (answer instanceof Unknown || answer instanceof Redirected) {
      agenda.scheduleIfNotExists(schedule.first(request, agenda.now(request.cause().tenant())));
    }
  }

  void record(GatewayRequest request, GatewayAnswer answer) {
    RecordGatewayAnswer record =
        new RecordGatewayAnswer(request.payment(), request.idempotencyKey(), answer);
    Rejection rejection = commands.attempt(request.cause(), record);
    if (rejection != null) {
      log.warn(
          "Tenant {}: {} was refused: {}",
          request.cause().tenant(),
          record,
          rejection.getMessage());
    }
  }
}
