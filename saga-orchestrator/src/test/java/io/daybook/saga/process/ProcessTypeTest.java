package io.daybook.saga.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.kernel.Actor;
import io.daybook.saga.process.LoanEvent.BookLent;
import io.daybook.saga.process.LoanEvent.BookReturned;
import io.daybook.saga.testing.ProcessFixture;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.junit.jupiter.api.Test;

/// The annotations say how a process is found, and what they cannot have is refused at the start.
class ProcessTypeTest {
  private static final Actor ACTOR = Actor.process("sample");

  @Test
  void key_associations_and_deadlines_are_read_from_the_annotations() {
    ProcessType<LoanSaga> loans = ProcessType.of(LoanSaga.class, LoanSaga.ACTOR, 1);

    assertThat(loans.name()).isEqualTo("loan");
    assertThat(loans.key()).isEqualTo("loanId");
    assertThat(loans.associations()).containsExactlyInAnyOrder("bookId", "readerId");
    assertThat(loans.deadlines()).containsExactly("loan-due");
  }

  static class WithoutStart {
    @JsonProperty("stage")
    String stage = "";

    @SagaEventHandler(associationProperty = "loanId")
    void on(BookLent event) {}
  }

  @Test
  void a_saga_that_nothing_starts_is_refused() {
    refused(WithoutStart.class, "must be started by one property");
  }

  static class WithTwoKeys {
    @JsonProperty("stage")
    String stage = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "loanId")
    void on(BookLent event) {}

    @StartSaga
    @SagaEventHandler(associationProperty = "bookId")
    void on(BookReturned event) {}
  }

  @Test
  void a_saga_with_two_keys_is_refused() {
    refused(WithTwoKeys.class, "must be started by one property");
  }

  static class ForcedAnew {
    @JsonProperty("stage")
    String stage = "";

    @StartSaga(forceNew = true)
    @SagaEventHandler(associationProperty = "loanId")
    void on(BookLent event) {}
  }

  @Test
  void a_second_process_of_a_key_is_refused() {
    refused(ForcedAnew.class, "forceNew");
  }

  static class WithUnnamedField {
    @JsonProperty("stage")
    String stage = "";

    String other = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "loanId")
    void on(BookLent event) {}
  }

  @Test
  void a_field_without_a_stored_name_is_refused() {
    refused(WithUnnamedField.class, "stores other without a name");
  }

  static class WithoutStage {
    @StartSaga
    @SagaEventHandler(associationProperty = "loanId")
    void on(BookLent event) {}
  }

  @Test
  void a_saga_without_a_stage_is_refused() {
    refused(WithoutStage.class, "has no stage");
  }

  static class WithUnnamedDeadline {
    @JsonProperty("stage")
    String stage = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "loanId")
    void on(BookLent event) {}

    @DeadlineHandler
    void onDeadline() {}
  }

  @Test
  void a_deadline_without_a_name_is_refused() {
    refused(WithUnnamedDeadline.class, "deadline without a name");
  }

  public static class WithUselessAssociation {
    @JsonProperty("stage")
    String stage = "LENT";

    @StartSaga
    @SagaEventHandler(associationProperty = "loanId")
    void on(BookLent event) {
      SagaLifecycle.associateWith("readerId", event.readerId());
    }
  }

  @Test
  void an_association_that_no_handler_looks_for_is_a_fault() {
    ProcessFixture<WithUselessAssociation> fixture =
        new ProcessFixture<>(ProcessType.of(WithUselessAssociation.class, ACTOR, 1));

    assertThatThrownBy(() -> fixture.given(new BookLent("loan-1", "book-1", "reader-1")))
        .hasMessageContaining("finds it by");
  }

  private static void refused(Class<?> saga, String fault) {
    assertThatThrownBy(() -> ProcessType.of(saga, ACTOR, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }
}
