package io.daybook.query.graphql;

/// By the time at which it came to be, which never changes: nothing moves between two pages.
public enum CreationOrder implements Ordering {
  CREATED_AT_ASC,
  CREATED_AT_DESC;

  @Override
  public String column() {
    return "created_at";
  }

  @Override
  public String type() {
    return "timestamptz";
  }

  @Override
  public boolean ascending() {
    return this == CREATED_AT_ASC;
  }
}
