package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.heap.HeapProgram;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// More megabytes of events than there is memory.
class SmallHeapTest {

  /// Of a megabyte each; 16,384 with `-Pfaults`.
  private static final int EVENTS = Integer.getInteger("daybook.faults.large", 150);

  @Test
  void a_program_with_little_memory_appends_handles_and_replays_large_events() throws Exception {
    Process program = HeapProgram.start("96m", TestDatabase.create().url(), EVENTS);
    try {
      assertThat(program.waitFor(30, TimeUnit.MINUTES)).isTrue();
      assertThat(program.exitValue()).isZero();
    } finally {
      program.destroyForcibly();
    }
  }
}
