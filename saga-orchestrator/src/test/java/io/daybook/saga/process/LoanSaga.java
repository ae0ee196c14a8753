package io.daybook.saga.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.kernel.Actor;
import io.daybook.saga.process.LoanEvent.BookExchanged;
import io.daybook.saga.process.LoanEvent.BookLent;
import io.daybook.saga.process.LoanEvent.BookReturned;
import io.daybook.saga.process.LoanEvent.ReaderLeft;
import java.time.Duration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;

/// A loan of a book. It is found by the book and by the reader as well, and has a deadline.
public class LoanSaga {
  static final Actor ACTOR = Actor.process("loan");
  static final String DUE = "loan-due";
  static final Duration TERM = Duration.ofDays(14);
  static final Duration BETWEEN_REMINDERS = Duration.ofDays(7);

  enum Stage {
    LENT,
    OVERDUE
  }

  @JsonProperty("stage")
  private Stage stage = Stage.LENT;

  @JsonProperty("readerId")
  private String readerId = "";

  @JsonProperty("reminders")
  private int reminders;

  @StartSaga
  @SagaEventHandler(associationProperty = "loanId")
  void on(BookLent event, DeadlineManager deadlines) {
    readerId = event.readerId();
    SagaLifecycle.associateWith("bookId", event.bookId());
    SagaLifecycle.associateWith("readerId", event.readerId());
    deadlines.schedule(TERM, DUE);
  }

  @SagaEventHandler(associationProperty = "bookId")
  void on(BookExchanged event) {
    SagaLifecycle.removeAssociationWith("bookId", event.bookId());
    SagaLifecycle.associateWith("bookId", event.newBookId());
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "bookId")
  void on(BookReturned event, DeadlineManager deadlines) {
    deadlines.cancelAllWithinScope(DUE);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "readerId")
  void on(ReaderLeft event, DeadlineManager deadlines) {
    deadlines.cancelAllWithinScope(DUE);
  }

  @DeadlineHandler(deadlineName = DUE)
  void onDue(DeadlineMessage<?> deadline, CommandSender commands, DeadlineManager deadlines) {
    stage = Stage.OVERDUE;
    reminders++;
    commands.send(new RemindReader(readerId, reminders));
    deadlines.schedule(BETWEEN_REMINDERS, DUE);
  }
}
