package com.example.heap;

import com.example.lamp.LampEvent;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/// A projection that keeps nothing of its events but how many there were.
@Component
@ProcessingGroup(Deliveries.PROCESSOR)
class Deliveries {

  static final String PROCESSOR = "projection-deliveries";

  final AtomicLong events = new AtomicLong();
  final AtomicLong characters = new AtomicLong();

  @EventHandler
  void on(LampEvent.Installed event) {
    characters.addAndGet(event.room().length());
    events.incrementAndGet();
  }
}
