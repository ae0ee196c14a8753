package io.daybook.eventstore.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/// One execution of a statement, and the rows that it writes.
final class Execution<R> {
  private final Write<R> write;
  private final List<R> rows = new ArrayList<>();
  private boolean merged;

  Execution(Write<R> write) {
    this.write = write;
  }

  /// @return at which place the row is
  int add(R row) {
    rows.add(row);
    return rows.size() - 1;
  }

  void merge(int place, R later, BinaryOperator<R> merge) {
    rows.set(place, merge.apply(rows.get(place), later));
    merged = true;
  }

  boolean writes(Write<?> other) {
    return write == other;
  }

  /// A merged row is written whole or not at all. If one of the rows that were merged was written before, as may be
  /// after a crash, the rows have to be written one by one.
  void run(Connection connection, String schema) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(write.in(schema))) {
      int i = 0;
      for (Column<R> column : write.columns()) {
        statement.setArray(++i, column.values(connection, rows));
      }
      statement.execute();
      int written = statement.getUpdateCount();
      ChangedRows.add(written);
      if (merged && written < rows.size()) {
        throw new RowsAlreadyWritten(rows.size() - written);
      }
    }
  }
}
