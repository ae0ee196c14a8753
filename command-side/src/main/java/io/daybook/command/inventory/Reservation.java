package io.daybook.command.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How many pieces of a stock are reserved for one order. They are firm or they expire: no placed order
/// relies on those that expire.
///
/// @param left how many are reserved now
/// @param expiring how many of these expire
/// @param shipped how many were reserved and have left the warehouse
record Reservation(
    @JsonProperty("left") int left,
    @JsonProperty("passing") int expiring,
    @JsonProperty("shipped") int shipped) {

  /// How many a placed order, or one that is being placed, relies on.
  int firm() {
    return left - expiring;
  }

  /// How many a process releases when it asks to release `quantity`. An order that releases all firm
  /// pieces is over, so that the expiring ones are released as well.
  int givenUp(int quantity) {
    return quantity >= firm() ? left : quantity;
  }

  /// A placed order relies on all pieces as soon as it has reserved more of them.
  Reservation raised(int by, boolean firm) {
    return new Reservation(left + by, firm ? 0 : expiring + by, shipped);
  }

  Reservation released(int quantity) {
    return new Reservation(left - quantity, Math.max(0, expiring - quantity), shipped);
  }

  Reservation deducted(int quantity) {
    int now = left - quantity;
    return new Reservation(now, Math.min(expiring, now), shipped + quantity);
  }
}
