package io.daybook.saga.payment;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Processes;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at every payment that names an order and was not requested by the order's own process, when the
/// time is over for which the order's stock would be held. If there is no such order by then, or none that
/// stands, the payment goes back. Of the others the order's process takes care.
public final class UnwantedPayments implements AgendaTask {
  static final String REASON = "NO_ORDER_WANTS_IT";

  private static final Logger log = LoggerFactory.getLogger(UnwantedPayments.class);
  private static final String PAYMENT = "paymentId";

  private final ProcessCommands commands;
  private final Agenda agenda;
  private final TenantPolicy.Source policies;

  public UnwantedPayments(ProcessCommands commands, Agenda agenda, TenantPolicy.Source policies) {
    this.commands = commands;
    this.agenda = agenda;
    this.policies = policies;
  }

  /// @param requestedBy whoever asked for the payment
  void watch(PaymentRequested payment, Actor requestedBy, Cause cause) {
    if (payment.orderId() == null || requestedBy.equals(Processes.ORDER_PLACEMENT)) {
      return;
    }
    Map<String, String> data = cause.toData();
    data.put(PAYMENT, payment.paymentId().value());
    Instant due = agenda.now(cause.tenant()).plus(policies.of(cause.tenant()).reservation());
    agenda.scheduleIfNotExists(
        new AgendaEntry(
            AgendaKinds.UNWANTED_PAYMENT, cause.tenant(), payment.paymentId().value(), due, data));
  }

  @Override
  public String kind() {
    return AgendaKinds.UNWANTED_PAYMENT;
  }

  @Override
  public Completion run(AgendaEntry entry) {
    Cause cause = Cause.of(entry, PaymentProcess.PROCESS);
    ReturnUnwantedPayment unwanted =
        new ReturnUnwantedPayment(new PaymentId(entry.get(PAYMENT)), REASON);
    Rejection rejection = commands.attempt(cause, unwanted);
    if (rejection != null) {
      log.warn("Tenant {}: {} was refused: {}", entry.tenant(), unwanted, rejection.getMessage());
    }
    return Completion.REMOVE;
  }
}
