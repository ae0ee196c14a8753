package io.daybook.eventstore.move;

import io.daybook.eventstore.EventTypes;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/// The store that events are moved into, and how it reads them.
///
/// @param database with this library's migrations run
public record MoveTarget(
    DataSource database, EventTypes types, Serializer events, EventUpcaster upcasters) {}
