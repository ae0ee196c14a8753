package io.daybook.benchmarks.program;

import io.daybook.benchmarks.axon.Projections;
import java.util.UUID;
import org.axonframework.eventhandling.EventProcessor;

/// Something that takes commands and projects what comes of them.
///
/// A command has returned when its events are durable; a refusal is an exception.
public interface Program extends AutoCloseable {
  void create(UUID id);

  void update(UUID id, long cents);

  /// The aggregate identifier of its events.
  String stream(UUID id);

  Projections projections();

  /// The one that shows what was created.
  EventProcessor shown();
}
