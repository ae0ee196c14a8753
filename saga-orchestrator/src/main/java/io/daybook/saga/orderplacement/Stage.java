package io.daybook.saga.orderplacement;

/// How far a placement has come. The names are stored.
enum Stage {
  /// Stock is being reserved. The process only rests in this stage if some of it was refused.
  RESERVING,
  /// All stock is reserved.
  AWAITING_PAYMENT,
  /// The order stands, and waits to be shipped or cancelled.
  PLACED,
  /// Cancelled by an earlier program while a capture was under way. Its outcome decides whether it is
  /// voided or refunded.
  CANCELLED,
  /// Shipped, and not all of its money has come.
  SHIPPED
}
