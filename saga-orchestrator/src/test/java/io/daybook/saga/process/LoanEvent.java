package io.daybook.saga.process;

import io.daybook.kernel.Event;
import io.daybook.kernel.Id;

/// What happens in a lending library, of which no capability knows.
sealed interface LoanEvent extends Event {
  @Override
  default Id source() {
    return () -> "loan";
  }

  record BookLent(String loanId, String bookId, String readerId) implements LoanEvent {}

  /// The reader has another copy now.
  record BookExchanged(String bookId, String newBookId) implements LoanEvent {}

  record BookReturned(String bookId) implements LoanEvent {}

  record ReaderLeft(String readerId) implements LoanEvent {}
}
