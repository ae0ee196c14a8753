package com.example.desk;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

public record TicketRanked(String ticket, Rank rank) {

  /// Stored with the name of its class.
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  public sealed interface Rank {}

  public record Urgent(int hours) implements Rank {}

  public record Whenever() implements Rank {}
}
