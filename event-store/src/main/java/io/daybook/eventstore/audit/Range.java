package io.daybook.eventstore.audit;

/// Positions, both ends included.
public record Range(long first, long last) {

  @Override
  public String toString() {
    return first + " to " + last;
  }
}
