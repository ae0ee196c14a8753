package io.daybook.eventstore.append;

import io.daybook.eventstore.format.StoredText;

/// Something that may be held once.
record Claim(String tenant, String kind, String key) {

  private static final String SUBJECT = "claim";

  /// @throws io.daybook.eventstore.NotStorable if PostgreSQL would keep another key, which may be somebody else's
  Claim {
    StoredText.require(SUBJECT, "tenant", tenant);
    StoredText.require(SUBJECT, "kind", kind);
    StoredText.require(SUBJECT, kind, key);
  }

  /// @throws io.daybook.eventstore.NotStorable if PostgreSQL would keep another owner
  static String owner(String owner) {
    StoredText.require(SUBJECT, "owner", owner);
    return owner;
  }

  /// Without the key, which may be somebody's e-mail address: conflicts are logged.
  @Override
  public String toString() {
    return "Claim[tenant=" + tenant + ", kind=" + kind + "]";
  }

  /// Somebody who may hold several of a kind.
  record Holder(String tenant, String kind, String owner) {}
}
