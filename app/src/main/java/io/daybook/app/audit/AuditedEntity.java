package io.daybook.app.audit;

import org.jspecify.annotations.Nullable;

/// Whose event it is.
///
/// @param type the stored name of its aggregate
/// @param sequence the event's number among those of the entity, from 0
record AuditedEntity(@Nullable String type, String id, long sequence) {}
