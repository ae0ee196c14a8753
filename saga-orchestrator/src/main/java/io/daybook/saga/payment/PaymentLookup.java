package io.daybook.saga.payment;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.payment.GatewayAnswer;
import io.daybook.saga.AgendaKinds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks an outcome up with the gateway, again and again, and records it once it is known.
public final class PaymentLookup implements AgendaTask {
  private static final Logger log = LoggerFactory.getLogger(PaymentLookup.class);

  private final PaymentGateways gateways;
  private final GatewayAnswers answers;
  private final Agenda agenda;
  private final LookupSchedule schedule;

  public PaymentLookup(
      PaymentGateways gateways, GatewayAnswers answers, Agenda agenda, LookupSchedule schedule) {
    this.gateways = gateways;
    this.answers = answers;
    this.agenda = agenda;
    this.schedule = schedule;
  }

  @Override
  public String kind() {
    return AgendaKinds.PAYMENT_LOOKUP;
  }

  @Override
  public Completion run(AgendaEntry entry) {
    GatewayRequest request = GatewayRequest.of(entry);
    GatewayCall call = answers.call(request);
    GatewayAnswer answer =
        gateways.call(request.method(), gateway -> gateway.lookup(call, request.operation()));
    return switch (answer) {
      case GatewayAnswer.Approved _, GatewayAnswer.Declined _ -> {
        answers.record(request, answer);
        yield Completion.REMOVE;
      }
      case GatewayAnswer.Unknown _, GatewayAnswer.Redirected _ -> next(entry, request);
    };
  }

  private Completion next(AgendaEntry entry, GatewayRequest request) {
    Completion next = schedule.next(entry, agenda.now(entry.tenant()));
    if (next instanceof Completion.Remove) {
      log.error(
          "Tenant {}: what became of {} of payment {} is for staff to find out",
          entry.tenant(),
          request.operation(),
          request.payment());
    }
    return next;
  }
}
