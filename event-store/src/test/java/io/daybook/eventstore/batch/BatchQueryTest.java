package io.daybook.eventstore.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What handlers ask about all events of their transaction.
class BatchQueryTest {

  /// How many events it was about.
  record Answer(int events) {}

  private final List<List<? extends Message<?>>> asked = new ArrayList<>();
  private final List<EventMessage<?>> events =
      List.of(
          new GenericEventMessage<>("one"),
          new GenericEventMessage<>("two"),
          new GenericEventMessage<>("three"));

  @Test
  void it_is_asked_once_for_all() {
    BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(events);

    assertThat(unit.executeWithResult(() -> answer(unit)).getPayload().events()).isEqualTo(3);

    assertThat(asked).containsExactly(events);
  }

  @Test
  void where_each_event_is_written_alone_it_is_asked_about_the_one_that_is_handled()
      throws Exception {
    BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(events);
    unit.executeWithResult(() -> null); // and is at the last one from now on
    Batch batch = Batch.of(unit, new DriverManagerDataSource(), Batch.LIVE, false);

    for (EventMessage<?> event : events) {
      batch.during(event, () -> answer(batch));
    }

    assertThat(asked)
        .containsExactly(List.of(events.get(0)), List.of(events.get(1)), List.of(events.get(2)));
  }

  @Test
  void an_event_that_comes_alone_is_asked_about_alone() {
    UnitOfWork<EventMessage<?>> unit = DefaultUnitOfWork.startAndGet(events.getFirst());

    assertThat(unit.executeWithResult(() -> answer(unit)).getPayload().events()).isOne();

    assertThat(asked).containsExactly(List.of(events.getFirst()));
  }

  private Answer answer(UnitOfWork<?> unit) {
    return answer(Batch.of(unit, new DriverManagerDataSource(), Batch.LIVE, true));
  }

  private Answer answer(Batch batch) {
    return batch.ask(
        Answer.class,
        messages -> {
          asked.add(List.copyOf(messages));
          return new Answer(messages.size());
        });
  }
}
