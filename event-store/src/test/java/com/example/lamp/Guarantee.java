package com.example.lamp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/// A process with state of its own, kept between events.
@Saga
@ProcessingGroup(Guarantee.PROCESSOR)
public class Guarantee {

  public static final String PROCESSOR = "process-guarantee";

  /// What any instance had counted when it was last called, with its room: `kitchen 2`.
  public static final List<String> COUNTS = new CopyOnWriteArrayList<>();

  /// How many more times the next uses fail before they are counted.
  public static final AtomicInteger FAILURES = new AtomicInteger();

  private @Nullable String room;
  private int uses;

  @StartSaga
  @SagaEventHandler(associationProperty = "lamp")
  void on(LampEvent.Installed event) {
    room = event.room();
  }

  @SagaEventHandler(associationProperty = "lamp")
  void on(LampEvent.Lit event) {
    if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("not now");
    }
    uses++;
    COUNTS.add(room + " " + uses);
  }
}
