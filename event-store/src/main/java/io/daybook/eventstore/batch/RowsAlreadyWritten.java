package io.daybook.eventstore.batch;

import java.io.Serial;
import java.sql.SQLException;

/// Some merged rows were not written, because the table has seen a part of them before.
final class RowsAlreadyWritten extends SQLException {
  @Serial private static final long serialVersionUID = 1L;

  RowsAlreadyWritten(int rows) {
    super(rows + " merged rows were not written: something in them was written before");
  }
}
