package io.daybook.benchmarks.side;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.side.Task.Action;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TaskTest {
  @Test
  void the_process_reads_the_task_that_was_written() {
    Load load = Load.of(64, Duration.ofSeconds(6)).upTo(40_000);
    Task task = Task.of(Action.UPDATE, load).size(1_000).untilProjected();

    assertThat(Task.read(task.text())).isEqualTo(task);
    assertThat(task.load()).isEqualTo(load);
  }

  @Test
  void what_was_measured_is_read_as_it_was_written() {
    Histogram latencies = Sample.histogram();
    latencies.recordValue(7_000_000);
    Measured measured = new Measured(new Sample(1, 2_000_000_000, latencies), 300_000, 200_000);

    Measured read = Measured.read(measured.text());

    assertThat(Measured.isMeasured(measured.text())).isTrue();
    assertThat(read).isEqualTo(measured);
    assertThat(read.perSecond()).isEqualTo(0.5);
    assertThat(read.cpuMicros()).isEqualTo(500);
  }
}
