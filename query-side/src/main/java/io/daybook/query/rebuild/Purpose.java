package io.daybook.query.rebuild;

/// What becomes of the rebuilt tables once they are compared.
public enum Purpose {
  /// They take the place of the ones that serve.
  SWAP,
  /// They are dropped: the report was all that was wanted.
  COMPARE,
  /// They stay in their schema, until the rebuild is cancelled.
  KEEP
}
