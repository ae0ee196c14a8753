package com.example.desk;

/// A class with one constructor, of one argument, and a getter.
public final class TicketOpened {

  private final String ticket;

  public TicketOpened(String ticket) {
    this.ticket = ticket;
  }

  public String getTicket() {
    return ticket;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TicketOpened opened && opened.ticket.equals(ticket);
  }

  @Override
  public int hashCode() {
    return ticket.hashCode();
  }
}
