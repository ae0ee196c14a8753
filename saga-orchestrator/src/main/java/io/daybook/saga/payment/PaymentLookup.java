package io.daybook.saga.payment;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.payment.GatewayAnswer;
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
  public Completion run(AgendaEntry entry) {
    Asked asked = Asked.remembered(entry);
    GatewayCall call = answers.call(asked);
    GatewayAnswer answer =
        gateways.ask(asked.method(), gateway -> gateway.lookup(call, asked.operation()));
    return switch (answer) {
      case GatewayAnswer.Approved _, GatewayAnswer.Declined _ -> {
        answers.tell(asked, answer);
        yield Completion.REMOVE;
      }
      case GatewayAnswer.Unknown _, GatewayAnswer.Redirected _ -> next(entry, asked);
    };
  }

  private Completion next(AgendaEntry entry, Asked asked) {
    Completion next = schedule.next(entry, agenda.now(entry.tenant()));
    if (next instanceof Completion.Remove) {
      log.error(
          "Tenant {}: what became of {} of payment {} is for staff to find out",
          entry.tenant(),
          asked.operation(),
          asked.payment());
    }
    return next;
  }
}
