package io.daybook.saga.orderplacement;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderRejection;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends placements whose payment does not come while the stock is held.
///
/// The order alone decides between this and a payment that comes at the same instant: it is asked
/// to fail, and refuses if it stands. Only its [io.daybook.order.OrderEvent.OrderPlacementFailed]
/// makes the saga undo anything, so no authorisation is voided under an order that was placed.
public final class PlacementTimeouts implements AgendaTask {
  static final String KIND = "placement-timeout";

  private static final Logger log = LoggerFactory.getLogger(PlacementTimeouts.class);

  private final Agenda agenda;
  private final TenantPolicy.Source policies;
  private final ProcessCommands commands;

  public PlacementTimeouts(Agenda agenda, TenantPolicy.Source policies, ProcessCommands commands) {
    this.agenda = agenda;
    this.policies = policies;
    this.commands = commands;
  }

  @Override
  public String kind() {
    return KIND;
  }

  void watch(OrderId order, Cause cause) {
    watch(order, cause, Duration.ZERO);
  }

  /// @param held for how long the stock has been held already
  void watch(OrderId order, Cause cause, Duration held) {
    TenantId tenant = cause.tenant();
    Duration rest = policies.of(tenant).reservation().minus(held);
    agenda.scheduleIfNotExists(
        new AgendaEntry(
            KIND, tenant, order.value(), agenda.now(tenant).plus(rest), cause.remembered()));
  }

  void unwatch(OrderId order, TenantId tenant) {
    agenda.cancel(KIND, tenant, order.value());
  }

  @Override
  public Completion run(AgendaEntry entry) {
    Cause cause = Cause.remembered(entry.tenant(), PlacementDesk.PROCESS, entry.data());
    FailOrderPlacement fail =
        new FailOrderPlacement(
            new OrderId(entry.key()),
            OrderRejection.PLACEMENT_TIMED_OUT,
            "The payment did not come by " + entry.due(),
            null,
            null);
    Rejection rejection = commands.attempt(cause, fail);
    if (rejection != null && rejection.code() != OrderRejection.INVALID_STATUS_TRANSITION) {
      log.warn("Tenant {}: {} was refused: {}", entry.tenant(), fail, rejection.getMessage());
    }
    return Completion.REMOVE;
  }
}
