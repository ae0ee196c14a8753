package io.daybook.benchmarks.program;

import io.daybook.benchmarks.axon.Projections;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;

/// One node takes the commands, another one projects; they share the database and nothing else.
public final class TwoNodes implements Program {
  private final Program commands;
  private final Program events;

  /// Starts a node, on the database of another one.
  @FunctionalInterface
  public interface Start {
    Program start() throws Exception;
  }

  private TwoNodes(Program commands, Program events) {
    this.commands = commands;
    this.events = events;
  }

  /// @param first stays open, and projects again when this is closed
  public static TwoNodes beside(Program first, Start second) throws Exception {
    first.projections().stopWhenIdle();
    try {
      return new TwoNodes(first, second.start());
    } catch (Exception e) {
      first.projections().start();
      throw e;
    }
  }

  @Override
  public void create(UUID id) {
    commands.create(id);
  }

  @Override
  public void update(UUID id, long cents) {
    commands.update(id, cents);
  }

  @Override
  public void append(UUID id, int events) {
    commands.append(id, events);
  }

  @Override
  public EventStore events() {
    return commands.events();
  }

  @Override
  public DataSource database() {
    return commands.database();
  }

  @Override
  public String stream(UUID id) {
    return commands.stream(id);
  }

  @Override
  public Projections projections() {
    return events.projections();
  }

  @Override
  public EventProcessor shown() {
    return events.shown();
  }

  @Override
  public void close() throws Exception {
    try {
      events.close();
    } finally {
      commands.projections().start();
    }
  }
}
