package io.daybook.benchmarks;

import java.time.Duration;
import java.util.List;

/// How much is measured. Whatever is bounded by a number is bounded by a time as well.
///
/// @param rounds how often each side is measured
/// @param round how long one side is measured at a time
/// @param warmUp for how long, at most, a side is used before its first round
/// @param callers at most so many at once, whatever a row says
/// @param stored events to read and to replay
/// @param longStream events of the long stream that is loaded
/// @param loads how often a stream is loaded in a round
/// @param workingSet how many aggregates are updated again and again
/// @param coldSet how many aggregates are updated once after a restart; 0 leaves that out
/// @param firstCommands after a start
/// @param alone events in each store that is measured alone
/// @param growth events of the small and of the large store
/// @param total after this time no further row is begun
public record Sizes(
    int rounds,
    Duration round,
    Duration warmUp,
    int callers,
    int stored,
    int longStream,
    int loads,
    int workingSet,
    int coldSet,
    int firstCommands,
    long alone,
    List<Long> growth,
    Duration total) {

  public static Sizes full() {
    return new Sizes(
        5,
        Duration.ofSeconds(6),
        Duration.ofSeconds(35),
        256,
        100_000,
        10_000,
        100,
        1_000,
        20_000,
        10_000,
        1_200_000,
        List.of(1_000_000L, 20_000_000L),
        Duration.ofHours(4));
  }

  /// For a first impression, in a few minutes.
  public static Sizes quick() {
    return new Sizes(
        2,
        Duration.ofMillis(1500),
        Duration.ofSeconds(3),
        256,
        40_000,
        10_000,
        10,
        1_000,
        0,
        2_000,
        100_000,
        List.of(50_000L, 200_000L),
        Duration.ofSeconds(240));
  }

  /// For the benchmark's own tests: the figures say nothing.
  public static Sizes tiny() {
    return new Sizes(
        1,
        Duration.ofMillis(150),
        Duration.ofMillis(100),
        4,
        500,
        200,
        3,
        10,
        20,
        20,
        200,
        List.of(200L, 400L),
        Duration.ofMinutes(10));
  }

  public Sizes within(Duration time) {
    return with(growth, time);
  }

  /// @param events of the small and of the large store
  public Sizes growing(List<Long> events) {
    return with(events, total);
  }

  private Sizes with(List<Long> events, Duration time) {
    return new Sizes(
        rounds,
        round,
        warmUp,
        callers,
        stored,
        longStream,
        loads,
        workingSet,
        coldSet,
        firstCommands,
        alone,
        events,
        time);
  }

  public int callers(int wished) {
    return Math.min(wished, callers);
  }
}
