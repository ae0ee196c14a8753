package io.daybook.saga.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kernel.Event;
import io.daybook.kernel.Meta;
import io.daybook.kernel.TenantId;
import io.daybook.saga.process.LoanEvent.BookExchanged;
import io.daybook.saga.process.LoanEvent.BookLent;
import io.daybook.saga.process.LoanEvent.BookReturned;
import io.daybook.saga.process.LoanEvent.ReaderLeft;
import io.daybook.saga.process.ProcessInstances.Instance;
import io.daybook.saga.testing.ProcessFixture;
import io.daybook.saga.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A saga that knows nothing of orders runs on the same mechanism, with associations and a
/// deadline.
class ProcessRunnerTest {
  private static final Segment[] SEGMENTS = Segment.computeSegments(0, 1, 2, 3);

  private final ProcessFixture<LoanSaga> fixture =
      new ProcessFixture<>(ProcessType.of(LoanSaga.class, LoanSaga.ACTOR, 1));

  @Test
  void a_process_is_found_by_what_it_associates_itself_with() {
    fixture.given(lent(1), lent(2)).when(new BookReturned("book-1")).expectRunning(1);

    assertThat(loans()).containsExactly("loan-2");
  }

  @Test
  void all_processes_with_the_association_are_found() {
    fixture
        .given(lent(1), new BookLent("loan-9", "book-9", "reader-1"), lent(2))
        .when(new ReaderLeft("reader-1"));

    assertThat(loans()).containsExactly("loan-2");
  }

  @Test
  void an_association_holds_for_the_next_event_of_the_same_transaction() {
    together(lent(1), new BookReturned("book-1"), lent(2));

    assertThat(loans()).containsExactly("loan-2");
  }

  @Test
  void an_association_that_was_given_up_does_not_hold_any_more() {
    fixture.given(lent(1), lent(2));

    together(new BookExchanged("book-1", "copy-1"), new BookReturned("book-1"));
    assertThat(loans()).containsExactlyInAnyOrder("loan-1", "loan-2");

    together(
        new BookReturned("copy-1"),
        new BookExchanged("book-2", "copy-2"),
        new BookReturned("copy-2"));
    assertThat(loans()).isEmpty();
  }

  @Test
  void another_tenant_has_processes_of_its_own() {
    EventMessage<?> elsewhere =
        Samples.message(new BookReturned("book-1")).andMetaData(Map.of(Meta.TENANT_ID, "other"));
    fixture.given(lent(1));

    fixture.deliver(elsewhere);

    fixture.expectRunning(1);
  }

  @Test
  void of_all_segments_the_one_of_the_process_handles_what_is_found_by_association() {
    for (int loan = 1; loan <= 8; loan++) {
      deliverToAllSegments(Samples.message(lent(loan)));
    }
    fixture.expectRunning(8);

    for (int loan = 1; loan <= 8; loan++) {
      deliverToAllSegments(Samples.message(new BookReturned("book-" + loan)));
    }
    fixture.expectRunning(0);
  }

  @Test
  void a_deadline_is_met_by_the_tenants_clock_and_may_set_the_next() {
    fixture
        .given(lent(1))
        .whenTimeElapses(LoanSaga.TERM)
        .expectCommands(new RemindReader("reader-1", 1));
    assertThat(fixture.stages()).containsExactly("OVERDUE");

    fixture.whenTimeElapses(Duration.ofDays(6)).expectNoCommands();
    fixture.whenTimeElapses(Duration.ofDays(1)).expectCommands(new RemindReader("reader-1", 2));
  }

  @Test
  void a_deadline_that_was_cancelled_is_not_met() {
    fixture
        .given(lent(1), new BookReturned("book-1"))
        .whenTimeElapses(LoanSaga.TERM)
        .expectNoCommands();

    assertThat(fixture.deadlineCount()).isZero();
  }

  @Test
  void what_fails_in_a_deadline_is_done_again() {
    fixture
        .commands()
        .calling(
            RemindReader.class,
            command -> {
              throw new IllegalStateException("no post today");
            });
    fixture.given(lent(1));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> fixture.whenTimeElapses(LoanSaga.TERM)))
        .hasMessageContaining("no post today");
    assertThat(fixture.stages()).containsExactly("LENT");

    fixture.commands().answering(RemindReader.class, "sent");
    fixture.whenTimeElapses(Duration.ZERO).expectCommands(new RemindReader("reader-1", 1));
  }

  /// Without the lock the deadline would store a process that has ended meanwhile.
  @Test
  void an_event_waits_for_a_deadline_of_the_same_process() throws Exception {
    fixture.given(lent(1));
    CompletableFuture<Void> returned = new CompletableFuture<>();
    fixture
        .commands()
        .calling(
            RemindReader.class,
            command -> {
              returned.completeAsync(this::returnBook, Thread::startVirtualThread);
              return hasEnded(returned) ? "too early" : "sent";
            });

    fixture.whenTimeElapses(LoanSaga.TERM);
    returned.get(30, TimeUnit.SECONDS);

    fixture.expectRunning(0);
  }

  private @Nullable Void returnBook() {
    fixture.given(new BookReturned("book-1"));
    return null;
  }

  private static boolean hasEnded(CompletableFuture<Void> work) {
    try {
      work.get(500, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The second loan's deadline is refused by the table of the agenda, in the transaction of all.
  @Test
  void what_postgresql_refuses_of_one_process_parks_that_one_alone() {
    fixture
        .database()
        .sql(
            "ALTER TABLE process.agenda ADD CONSTRAINT unlucky"
                + " CHECK (task_instance NOT LIKE '%loan-2')")
        .update();

    tryTogether(lent(1), lent(2), lent(3)); // and is given back, to be handled one by one
    together(lent(1), lent(2), lent(3));
    assertThat(loans()).containsExactlyInAnyOrder("loan-1", "loan-3");
    together(new BookExchanged("book-3", "copy-3"), lent(2), lent(4));
    assertThat(loans()).containsExactlyInAnyOrder("loan-1", "loan-3", "loan-4");
    assertThat(fixture.letters().amountOfSequences()).isOne();

    fixture.database().sql("ALTER TABLE process.agenda DROP CONSTRAINT unlucky").update();
    assertThat(fixture.manager().process(_ -> true)).isTrue();
    assertThat(fixture.letters().size()).isZero();
    assertThat(loans()).contains("loan-2");
  }

  @Test
  void a_process_whose_state_cannot_be_read_is_parked_and_so_are_its_deadlines() {
    fixture.given(lent(1), lent(2));
    fixture
        .database()
        .sql(
            "UPDATE process.instance SET state = state - 'reminders' || '{\"what\": 1}'"
                + " WHERE process_id = 'loan-1'")
        .update();

    together(new BookReturned("book-1"), new BookReturned("book-2"));

    assertThat(loans()).containsExactly("loan-1");
    assertThat(fixture.letters().amountOfSequences()).isOne();
    assertThatThrownBy(() -> fixture.whenTimeElapses(LoanSaga.TERM))
        .hasMessageContaining("dead letters");
    assertThat(fixture.manager().process(_ -> true)).isFalse();

    fixture
        .database()
        .sql("UPDATE process.instance SET state = state - 'what' || '{\"reminders\": 0}'")
        .update();
    assertThat(fixture.manager().process(_ -> true)).isTrue();
    assertThat(loans()).isEmpty();
  }

  @Test
  void an_event_that_cannot_be_read_is_parked_and_the_others_go_on() {
    fixture.deliver(Unreadable.event(), Samples.message(lent(2)));

    assertThat(loans()).containsExactly("loan-2");
    assertThat(fixture.letters().size()).isOne();
    assertThat(fixture.manager().process(_ -> true)).isFalse();
    assertThat(fixture.letters().size()).isOne();
  }

  @Test
  void processes_are_listed_by_tenant_stage_and_age() {
    fixture.given(lent(1), lent(2)).whenTimeElapses(LoanSaga.TERM);
    fixture.given(lent(3));
    fixture.deliver(Samples.message(lent(4)).andMetaData(Map.of(Meta.TENANT_ID, "other")));

    assertThat(list(null, null, Duration.ZERO)).hasSize(4);
    assertThat(list("acme", "LENT", Duration.ZERO)).containsExactly("loan-3");
    assertThat(list("acme", "OVERDUE", Duration.ZERO))
        .containsExactlyInAnyOrder("loan-1", "loan-2");
    assertThat(list(null, "LENT", Duration.ofMinutes(1))).isEmpty();

    fixture.allRestFor(Duration.ofMinutes(2));
    assertThat(list(null, "LENT", Duration.ofMinutes(1))).hasSize(2);
    Instance loan = fixture.running().getFirst();
    assertThat(loan.inStage()).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
    assertThat(loan.state()).contains("\"reminders\"");
  }

  private List<String> list(@Nullable String tenant, @Nullable String stage, Duration inStage) {
    return fixture
        .instances()
        .list(
            new ProcessInstances.Query(
                "loan", tenant == null ? null : new TenantId(tenant), stage, inStage, 10))
        .stream()
        .map(instance -> instance.key().id())
        .toList();
  }

  private static BookLent lent(int number) {
    return new BookLent("loan-" + number, "book-" + number, "reader-" + number);
  }

  private void together(Event... events) {
    fixture.deliver(
        Stream.of(events).<EventMessage<?>>map(Samples::message).toArray(EventMessage<?>[]::new));
  }

  private void tryTogether(Event... events) {
    EventMessage<?>[] messages =
        Stream.of(events).<EventMessage<?>>map(Samples::message).toArray(EventMessage<?>[]::new);
    assertThat(fixture.tryToDeliver(Segment.ROOT_SEGMENT, messages).isExceptional()).isTrue();
  }

  private void deliverToAllSegments(EventMessage<?> event) {
    for (Segment segment : SEGMENTS) {
      if (fixture.manager().canHandle(event, segment)) {
        assertThat(fixture.tryToDeliver(segment, event).isExceptional()).isFalse();
      }
    }
  }

  private List<String> loans() {
    return fixture.running().stream().map(instance -> instance.key().id()).toList();
  }
}
