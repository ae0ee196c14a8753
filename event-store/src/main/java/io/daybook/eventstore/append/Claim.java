package io.daybook.eventstore.append;

/// Something that may be held once.
record Claim(String tenant, String kind, String key) {

  /// Somebody who may hold several of a kind.
  record Holder(String tenant, String kind, String owner) {}
}
