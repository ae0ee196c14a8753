package io.daybook.eventstore;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/// Ends a command whose metadata asks for a dry run by [#METADATA]. Everything was checked that an append checks,
/// and nothing is written.
public final class DryRun extends RuntimeException {

  /// The key of the command's metadata that asks for a dry run, with the text `true`.
  public static final String METADATA = "dryRun";

  private final transient List<EventMessage<?>> events;

  public DryRun(List<? extends EventMessage<?>> events) {
    super("A dry run of " + events.size() + " events", null, false, false);
    this.events = List.copyOf(events);
  }

  /// What would have been written, in order.
  public List<EventMessage<?>> events() {
    return events;
  }
}
