package io.daybook.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final double THREE_DIGITS = 0.1;

  @Test
  void percentiles_are_those_of_the_latencies_in_milliseconds() {
    Sample sample = of(1_000_000_000, LongStream.rangeClosed(1, 100));

    assertThat(sample.millis(50)).isCloseTo(50, within(THREE_DIGITS));
    assertThat(sample.millis(99)).isCloseTo(99, within(THREE_DIGITS));
    assertThat(sample.millis(100)).isCloseTo(100, within(THREE_DIGITS));
  }

  @Test
  void a_rate_is_operations_over_time() {
    assertThat(of(2_000_000_000, LongStream.rangeClosed(1, 100)).perSecond()).isEqualTo(50);
  }

  @Test
  void a_sample_without_time_has_no_rate() {
    assertThat(of(0, LongStream.empty()).perSecond()).isZero();
  }

  @Test
  void slow_operations_are_counted() {
    assertThat(of(1, LongStream.rangeClosed(1, 100)).slowerThan(95.5)).isEqualTo(5);
  }

  @Test
  void merged_rounds_have_the_percentiles_of_all_operations() {
    Sample fast = of(1_000_000_000, LongStream.generate(() -> 1).limit(99));
    Sample slow = of(3_000_000_000L, LongStream.of(500));

    Sample both = Sample.merged(List.of(fast, slow));

    assertThat(both.count()).isEqualTo(100);
    assertThat(both.perSecond()).isEqualTo(25);
    assertThat(both.millis(99)).isCloseTo(1, within(THREE_DIGITS));
    assertThat(both.millis(100)).isCloseTo(500, within(1.0));
  }

  @Test
  void a_sample_survives_the_way_from_one_process_to_another() {
    Sample sample = of(1_234_567, LongStream.rangeClosed(1, 1000));

    String line = SampleText.write(sample);

    assertThat(SampleText.isSample(line)).isTrue();
    assertThat(SampleText.isSample("started")).isFalse();
    assertThat(SampleText.read(line)).isEqualTo(sample);
  }

  private static Sample of(long nanos, LongStream millis) {
    Histogram latencies = Sample.histogram();
    millis.forEach(each -> latencies.recordValue(each * 1_000_000));
    return new Sample(latencies.getTotalCount(), nanos, latencies);
  }
}
