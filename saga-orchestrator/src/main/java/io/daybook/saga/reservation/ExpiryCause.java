package io.daybook.saga.reservation;

import io.daybook.saga.Cause;

/// The cause of what follows from an event that may concern an expiring reservation. The handlers
/// of [ReservationPolicy] have it as a parameter, and Axon calls them only for events for which
/// [ExpiryCauseResolver] has one. For all others, which are nearly all, no transaction is begun.
record ExpiryCause(Cause cause) {}
