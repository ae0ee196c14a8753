package io.daybook.app.imports;

import java.util.List;

/// An input that was read and found right, as orders to be placed row by row.
///
/// Every method may be called again after an import was stopped, and then changes nothing twice.
public interface Source {
  /// What tells this input from every other one, by its content.
  String fingerprint();

  /// How many orders there are, those that the shop will refuse included.
  int size();

  /// The row whose order is placed before any other one is begun.
  int pilot();

  /// Rows of one lane depend on each other; those of different lanes may be sent side by side.
  String lane(int row);

  ImportedOrder order(int row);

  /// Where a row stands in its file, such as `line 17`.
  String place(int row);

  /// Finds out under which ids the shop knows this input, if it does. It is called before anything else
  /// that needs an id.
  void recognise(Session session) throws InterruptedException;

  /// Prepares the shop. It is called only as long as there is no order of this input at all.
  ///
  /// @return whether none of the orders can be there, not even from another input that shares some
  boolean open(Session session) throws InterruptedException;

  /// Prepares what only this row needs.
  ///
  /// @return whether it was not there before, so that the row's order cannot be there either
  boolean prepare(Session session, int row) throws InterruptedException;

  /// Does what comes after the last order.
  ///
  /// @return a position that is not before any event of the import
  long close(Session session) throws InterruptedException;

  /// What the files come to, of the orders that the shop should take.
  Figures expected();

  /// The rows that the shop should refuse.
  List<Integer> expectedRefusals();

  /// What else the files say, beside what the shop says after the import.
  List<FigureComparison> compare(Session session, Figures found, long position)
      throws InterruptedException;
}
