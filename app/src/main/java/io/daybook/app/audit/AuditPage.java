package io.daybook.app.audit;

import java.util.List;

/// Some of the events that were asked for, in the order of their positions. It may be empty and not the last one,
/// because the work for each is bounded.
///
/// @param next the position to give as `after`, to go on from here
/// @param more whether there are events behind it
/// @param head the position of the store's last event
/// @param sealedTo up to where events are sealed
/// @param indexedTo up to where events are in the index; nothing is left out behind it, it only takes longer
record AuditPage(
    List<AuditedEvent> events, long next, boolean more, long head, long sealedTo, long indexedTo) {}
