package com.example.desk;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Of a subscribing processor: a row is there when the command returns.
@Component
@ProcessingGroup(TicketList.PROCESSOR)
class TicketList {

  static final String PROCESSOR = "ticket-list";

  /// A ticket that the list does not take.
  static final String REFUSED = "shop/tkt_refused";

  private final JdbcClient database;

  TicketList(JdbcClient database) {
    this.database = database;
  }

  @EventHandler
  void on(TicketOpened event) {
    if (event.getTicket().equals(REFUSED)) {
      throw new IllegalStateException("the list does not take it");
    }
    database
        .sql("INSERT INTO ticket (id, title) VALUES (?, 'new')")
        .param(event.getTicket())
        .update();
  }

  boolean has(String ticket) {
    return database
        .sql("SELECT EXISTS (SELECT FROM ticket WHERE id = ?)")
        .param(ticket)
        .query(Boolean.class)
        .single();
  }
}
