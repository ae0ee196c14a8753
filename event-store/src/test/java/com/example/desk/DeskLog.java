package com.example.desk;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// State that is stored as such, by the handler of a command.
@Component
class DeskLog {

  /// The first of a desk.
  record Write(String desk, String line) {}

  private final JdbcClient database;
  private final EventStore events;

  DeskLog(JdbcClient database, EventStore events) {
    this.database = database;
    this.events = events;
  }

  @CommandHandler
  void handle(Write command) {
    database.sql("INSERT INTO desk_log (line) VALUES (?)").param(command.line()).update();
    events.publish(
        new GenericDomainEventMessage<>("Desk", command.desk(), 0, new DeskClosed(command.line())));
  }

  long lines(String line) {
    return database
        .sql("SELECT count(*) FROM desk_log WHERE line = ?")
        .param(line)
        .query(Long.class)
        .single();
  }
}
