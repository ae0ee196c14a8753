package com.example.desk;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
public class Ticket {

  public record Open(@TargetAggregateIdentifier String ticket) {}

  public record Rank(@TargetAggregateIdentifier String ticket, TicketRanked.Rank rank) {}

  @AggregateIdentifier private @Nullable String id;

  Ticket() {}

  @CommandHandler
  Ticket(Open command) {
    apply(new TicketOpened(command.ticket()));
  }

  @CommandHandler
  void handle(Rank command) {
    apply(new TicketRanked(command.ticket(), command.rank()));
  }

  @EventSourcingHandler
  void on(TicketOpened event) {
    id = event.getTicket();
  }
}
