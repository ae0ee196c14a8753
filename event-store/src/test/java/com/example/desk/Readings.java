package com.example.desk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.replay.ReplayContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Of a streaming processor, which can be asked to begin again, and is told why.
@Component
@ProcessingGroup(Readings.PROCESSOR)
class Readings {

  static final String PROCESSOR = "readings";

  /// Why the processor begins again.
  record Why(String reason, int count) {}

  final List<Why> reasons = new CopyOnWriteArrayList<>();
  final List<EventMessage<?>> read = new CopyOnWriteArrayList<>();

  @EventHandler
  void on(DeskClosed event, EventMessage<?> message, @ReplayContext @Nullable Why why) {
    read.add(message);
    if (why != null) {
      reasons.add(why);
    }
  }
}
