package io.daybook.saga.payment;

import io.daybook.payment.GatewayAnswer;
import io.daybook.saga.agenda.Agenda;
import io.daybook.saga.agenda.AgendaEntry;
import io.daybook.saga.agenda.AgendaTask;
import io.daybook.saga.agenda.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks an outcome up with the gateway until it is known. Only then there is anything to record.
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
    return LookupSchedule.KIND;
  }

  @Override
  public Outcome run(AgendaEntry entry) {
    Asked asked = Asked.remembered(entry);
    GatewayCall call = answers.call(asked);
    GatewayAnswer answer =
        gateways.ask(asked.method(), gateway -> gateway.lookup(call, asked.operation()));
    return switch (answer) {
      case GatewayAnswer.Approved _, GatewayAnswer.Declined _ -> {
        answers.tell(asked, answer);
        yield Outcome.DONE;
      }
      case GatewayAnswer.Unknown _, GatewayAnswer.Redirected _ -> next(entry, asked);
    };
  }

  private Outcome next(AgendaEntry entry, Asked asked) {
    Outcome next = schedule.next(entry, agenda.now(entry.tenant()));
    if (next instanceof Outcome.Done) {
      log.error(
          "Tenant {}: what became of {} of payment {} is for staff to find out",
          entry.tenant(),
          asked.operation(),
          asked.payment());
    }
    return next;
  }
}
