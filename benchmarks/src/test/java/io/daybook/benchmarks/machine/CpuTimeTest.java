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
    long nobody = Long.MAX_VALUE;
    long before = CpuTime.withChildrenOf(nobody);
    long end = before + Duration.ofMillis(50).toNanos();

    assertThat(spinUntil(nobody, end)).isGreaterThanOrEqualTo(end);
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
      long own = CpuTime.withChildrenOf(Long.MAX_VALUE);
      assertThat(CpuTime.withChildrenOf(shell.pid())).isGreaterThan(own);
    } finally {
      shell.destroyForcibly().waitFor();
    }
  }

  private static long spinUntil(long process, long nanos) {
    long now = CpuTime.withChildrenOf(process);
    while (now < nanos) {
      now = CpuTime.withChildrenOf(process);
    }
    return now;
  }
}
