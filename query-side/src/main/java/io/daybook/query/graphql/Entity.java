package io.daybook.query.graphql;

/// Something that has a stream of events, and so a history.
public interface Entity {
  String id();

  /// Whether it is of a person whose data was erased: then its events are told without their content.
  default boolean erased() {
    return false;
  }
}
