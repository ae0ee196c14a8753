package io.daybook.saga.orderplacement;

import io.daybook.kernel.Actor;
import io.daybook.kernel.Processes;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;
import org.axonframework.eventhandling.EventMessage;

/// Where a placement's saga finds the means to act.
public final class PlacementDesk {
  static final Actor PROCESS = Processes.ORDER_PLACEMENT;

  private final ProcessCommands commands;
  private final PlacementTimeouts timeouts;

  public PlacementDesk(ProcessCommands commands, PlacementTimeouts timeouts) {
    this.commands = commands;
    this.timeouts = timeouts;
  }

  PlacementSteps steps(Placement placement, EventMessage<?> event) {
    return new PlacementSteps(commands, timeouts, Cause.of(event, PROCESS), placement);
  }
}
