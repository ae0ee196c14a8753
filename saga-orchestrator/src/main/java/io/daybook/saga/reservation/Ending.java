package io.daybook.saga.reservation;

import io.daybook.saga.Cause;

/// That an event may concern a hold that ends by itself. [ReservationPolicy]'s handlers ask for it, and are
/// only called where there is one: for all other events, which are nearly all, no transaction is begun.
record Ending(Cause cause) {}
