package io.daybook.benchmarks.program;

import io.daybook.benchmarks.axon.Projections;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;

/// Something that takes commands and projects what comes of them.
///
/// A command has returned when its events are durable; a refusal is an exception.
public interface Program extends AutoCloseable {
  void create(UUID id);

  void update(UUID id, long cents);

  /// So many events of a new stream in one transaction, past aggregates and commands.
  void append(UUID id, int events);

  /// The aggregate identifier of its events.
  String stream(UUID id);

  EventStore events();

  DataSource database();

  Projections projections();

  /// The one that shows what was created.
  EventProcessor shown();
}
