package io.daybook.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
  @BeforeEach
  void there_is_a_proc() {
    assumeTrue(CpuTime.isKnown());
  }

  @Test
  void work_of_this_program_counts() {
    long end = CpuTime.ofThisProgram() + Duration.ofMillis(50).toNanos();

    assertThat(spinUntil(end)).isGreaterThanOrEqualTo(end);
  }

  @Test
  void work_of_another_programs_children_counts_even_when_they_have_ended() throws Exception {
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                "sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done'; echo; read line")
            .start();
    try {
      shell.getInputStream().read();
      assertThat(CpuTime.ofFamily(shell.pid())).isPositive();
      assertThat(CpuTime.ofFamily(Long.MAX_VALUE)).isZero();
    } finally {
      shell.destroyForcibly().waitFor();
    }
  }

  private static long spinUntil(long nanos) {
    long now = CpuTime.ofThisProgram();
    while (now < nanos) {
      now = CpuTime.ofThisProgram();
    }
    return now;
  }
}
