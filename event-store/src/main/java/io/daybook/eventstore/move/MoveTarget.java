package io.daybook.eventstore.move;

import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.JsonRules;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/// The store that events are moved into, and how the program on it reads them.
///
/// @param database with this library's migrations run
public record MoveTarget(
    DataSource database, EventTypes types, JsonRules json, EventUpcaster upcasters) {}
