package io.daybook.eventstore.batch;

import java.io.Serial;
import java.sql.SQLException;

/// Merged rows met a table that has seen some of what they are made of.
final class SeenBefore extends SQLException {
  @Serial private static final long serialVersionUID = 1L;

  SeenBefore(int rows) {
    super(rows + " merged rows were not written: something in them was written before");
  }
}
