package io.daybook.eventstore.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Positions, both ends included. It is stored in files that a verification goes on from, hence the names.
public record Range(@JsonProperty("first") long first, @JsonProperty("last") long last) {

  @Override
  public String toString() {
    return first + " to " + last;
  }
}
