package io.daybook.command.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What one order holds of a stock.
///
/// @param left what is still held
/// @param passing how many of these end by themselves: no order that is placed counts on them
/// @param shipped what was taken off the shelf for the order
record Hold(
    @JsonProperty("left") int left,
    @JsonProperty("passing") int passing,
    @JsonProperty("shipped") int shipped) {

  /// What an order that is placed, or being placed, counts on.
  int lasting() {
    return left - passing;
  }

  /// How much of it a process gives up: what is still there of what it asks for. An order that gives
  /// up all it counted on is over, and so is what was held beside.
  int givenUp(int quantity) {
    return quantity >= lasting() ? left : quantity;
  }

  /// What a placed order raises, it counts on as a whole.
  Hold raised(int by, boolean lasts) {
    return new Hold(left + by, lasts ? 0 : passing + by, shipped);
  }

  Hold released(int quantity) {
    return new Hold(left - quantity, Math.max(0, passing - quantity), shipped);
  }

  Hold deducted(int quantity) {
    int now = left - quantity;
    return new Hold(now, Math.min(passing, now), shipped + quantity);
  }
}
