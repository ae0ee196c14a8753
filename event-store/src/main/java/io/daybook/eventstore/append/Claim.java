package io.daybook.eventstore.append;

/// Something that may be held once.
record Claim(String tenant, String kind, String key) {

  /// Without the key, which may be somebody's e-mail address: conflicts are logged.
  @Override
  public String toString() {
    return "Claim[tenant=" + tenant + ", kind=" + kind + "]";
  }

  /// Somebody who may hold several of a kind.
  record Holder(String tenant, String kind, String owner) {}
}
