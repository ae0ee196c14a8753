package io.daybook.eventstore.append;

import io.daybook.eventstore.StoredType;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.messaging.MetaData;

/// An event as another store has written it. Its payload is taken as it is: whoever hands it over has
/// seen that it can be read here.
///
/// @param stream its name here
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ForeignEvent(
    String stream,
    long sequence,
    StoredType type,
    UUID id,
    Instant recordedAt,
    MetaData metadata,
    byte[] payload) {}
