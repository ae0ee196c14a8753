package io.daybook.query.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one event does to a stock.
///
/// @param onHand what is on hand from now on; null where it changes by `onHandBy`
record Movement(
    @Nullable Integer onHand,
    int onHandBy,
    int reservedBy,
    @Nullable Integer threshold,
    @Nullable Instant lowAt,
    @Nullable Instant outAt,
    Instant at) {

  static Movement onHand(int quantity, Instant at) {
    return new Movement(quantity, 0, 0, null, null, null, at);
  }

  static Movement reserved(int by, Instant at) {
    return new Movement(null, 0, by, null, null, null, at);
  }

  /// What is deducted was reserved before.
  static Movement gone(int quantity, Instant at) {
    return new Movement(null, -quantity, -quantity, null, null, null, at);
  }

  static Movement threshold(int threshold, Instant at) {
    return new Movement(null, 0, 0, threshold, null, null, at);
  }

  static Movement low(Instant at) {
    return new Movement(null, 0, 0, null, at, null, at);
  }

  static Movement out(Instant at) {
    return new Movement(null, 0, 0, null, null, at, at);
  }

  /// This movement and a later one, as one.
  Movement then(Movement later) {
    return new Movement(
        later.onHand != null ? later.onHand : onHand == null ? null : onHand + later.onHandBy,
        later.onHand != null ? 0 : onHandBy + later.onHandBy,
        reservedBy + later.reservedBy,
        later.threshold != null ? later.threshold : threshold,
        later.lowAt != null ? later.lowAt : lowAt,
        later.outAt != null ? later.outAt : outAt,
        later.at);
  }
}
