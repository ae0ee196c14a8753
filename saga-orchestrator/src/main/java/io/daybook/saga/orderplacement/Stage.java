package io.daybook.saga.orderplacement;

/// How far a placement has come.
enum Stage {
  /// Stock is being held; where the saga rests in this stage, some of it was refused.
  RESERVING,
  /// All stock is held. The database finds placements that rest here for long by this very name.
  AWAITING_PAYMENT,
  /// The order stands, and waits to be shipped or cancelled.
  PLACED,
  /// Cancelled while a capture was under way, whose outcome decides what is undone.
  CANCELLED
}
