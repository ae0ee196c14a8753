package io.daybook.eventstore.move;

/// What a move asks of its source and its target.
public enum MoveRule {
  /// The source has exactly one event table of this name.
  TABLE_NOT_FOUND,
  /// The table has all columns of Axon's event table, payload and metadata as `bytea` or `oid`.
  NOT_AN_EVENT_TABLE,
  /// A payload type is a name of the catalogue or a class that has one.
  UNKNOWN_TYPE,
  /// The store's serializer reads the payload, after the upcasters.
  UNREADABLE_PAYLOAD,
  /// Metadata is a JSON object without anything nested in it.
  UNREADABLE_METADATA,
  /// The timestamp is an ISO 8601 date and time with an offset.
  UNREADABLE_TIMESTAMP,
  /// The id of an event is a UUID in lower case.
  ID_NOT_UUID,
  /// The events of an aggregate are numbered 0, 1, 2 … in the order of the table.
  SEQUENCE_BROKEN,
  /// The target has no events but those that were moved into it.
  TARGET_IN_USE,
  /// A move goes on with the tenant, and the table, that it was begun with.
  ANOTHER_MOVE,
  /// One move into a store at a time.
  MOVE_RUNNING,
  /// Nobody writes to the source any more.
  SOURCE_CHANGED
}
