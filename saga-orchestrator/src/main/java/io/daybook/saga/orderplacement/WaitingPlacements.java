package io.daybook.saga.orderplacement;

import io.daybook.kernel.Processes;
import io.daybook.kernel.TenantPolicy;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.Cause;
import io.daybook.saga.process.AgendaDeadlines;
import io.daybook.saga.process.ProcessInstances;
import io.daybook.saga.process.ProcessInstances.Instance;
import io.daybook.saga.process.ProcessInstances.Query;
import io.daybook.saga.process.ProcessKey;
import java.time.Duration;
import java.util.function.Function;

/// Gives a deadline to placements that wait for their payment and have none.
///
/// A placement sets its deadline itself when the outcome is unknown or the customer is redirected.
/// Nearly all are answered at once and set none. If no answer comes at all, because the gateway's
/// processor stands still, this finds the placement by its stage.
public final class WaitingPlacements {
  private static final int AT_A_TIME = 1000;

  private final ProcessInstances processes;
  private final AgendaDeadlines deadlines;
  private final Function<ProcessKey, Cause> causes;
  private final TenantPolicy.Source policies;
  private final Duration patience;

  /// @param causes what the deadline of a placement follows from
  /// @param patience how long a placement may wait without a deadline
  public WaitingPlacements(
      ProcessInstances processes,
      AgendaDeadlines deadlines,
      Function<ProcessKey, Cause> causes,
      TenantPolicy.Source policies,
      Duration patience) {
    this.processes = processes;
    this.deadlines = deadlines;
    this.causes = causes;
    this.policies = policies;
    this.patience = patience;
  }

  public void setDeadlines() {
    processes
        .list(
            new Query(
                Processes.ORDER_PLACEMENT.id(),
                null,
                Stage.AWAITING_PAYMENT.name(),
                patience,
                AT_A_TIME))
        .forEach(this::setDeadline);
  }

  /// The reservation began when the placement began to wait.
  private void setDeadline(Instance waiting) {
    Duration left = policies.of(waiting.key().tenant()).reservation().minus(waiting.inStage());
    deadlines.scheduleIfNotSet(
        waiting.key(), AgendaKinds.PLACEMENT_TIMEOUT, left, causes.apply(waiting.key()));
  }
}
