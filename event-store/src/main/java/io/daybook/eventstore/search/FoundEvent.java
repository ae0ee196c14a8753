package io.daybook.eventstore.search;

import io.daybook.eventstore.StoredEvent;
import io.daybook.eventstore.audit.Hash;
import org.jspecify.annotations.Nullable;

/// An event as it is stored now.
///
/// @param aggregateType the type of the aggregate that it belongs to, if it belongs to one
/// @param leaf of the Merkle tree, made of what is stored now
public record FoundEvent(StoredEvent event, @Nullable String aggregateType, Hash leaf) {}
