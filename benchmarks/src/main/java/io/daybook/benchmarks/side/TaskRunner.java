package io.daybook.benchmarks.side;

import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.Work;
import io.daybook.benchmarks.machine.CpuTime;
import io.daybook.benchmarks.machine.ThrowAwayPostgres;
import io.daybook.benchmarks.program.Ids;
import io.daybook.benchmarks.program.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Carries out what a side is asked to do, and takes the time of it.
final class TaskRunner {
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final int HIGHEST_PRICE = 1 << 30;

  /// Filled streams are numbered from here, far from all others.
  private static final long FIRST_FILLED = 1L << 40;

  private final Program program;
  private final long postgres;
  private final Ids ids;
  private long filled = -1;
  private long workingSet = -1;

  /// @param data the folder of the program's PostgreSQL
  TaskRunner(Program program, Path data) {
    this.program = program;
    this.postgres = ThrowAwayPostgres.processIn(data);
    // No more streams than events were written before, so these numbers are free.
    this.ids = new Ids(head() + 1);
  }

  long head() {
    return program.projections().head();
  }

  void settle() {
    JdbcClient database = JdbcClient.create(program.database());
    database.sql("VACUUM ANALYZE").update();
    database.sql("CHECKPOINT").update();
  }

  Measured run(Task task) throws InterruptedException {
    Work work = work(task);
    long programBefore = CpuTime.ofThisProgram();
    long postgresBefore = CpuTime.ofFamily(postgres);
    long start = System.nanoTime();
    Sample sample = task.load().run(work);
    if (task.projected()) {
      program.projections().awaitHead(PATIENCE);
      sample = sample.lasting(System.nanoTime() - start);
    }
    return new Measured(
        sample,
        CpuTime.ofThisProgram() - programBefore,
        CpuTime.ofFamily(postgres) - postgresBefore);
  }

  /// Whatever it needs is made before the time begins.
  private Work work(Task task) throws InterruptedException {
    return switch (task.action()) {
      case APPEND -> nth -> program.append(ids.next(), task.size());
      case FILL -> fill(task);
      case CREATE -> nth -> program.create(ids.next());
      case UPDATE -> update(task);
      case LOAD -> load();
    };
  }

  private Work update(Task task) throws InterruptedException {
    if (workingSet < 0) {
      long first = ids.reserve(task.size());
      Load all = Load.of(task.callers(), PATIENCE).upTo(task.size());
      all.run(nth -> program.create(Ids.of(first + nth)));
      workingSet = first;
    }
    return nth -> {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      UUID id = Ids.of(workingSet + random.nextInt(task.size()));
      program.update(id, random.nextLong(1, HIGHEST_PRICE));
    };
  }

  /// Goes on behind the last filled stream. Callers that were cut off have left out as many as they were.
  private Work fill(Task task) {
    long first = filled() == 0 ? 0 : filled() + task.callers();
    filled = -1;
    return nth -> program.append(filledId(first + nth), task.size());
  }

  private Work load() {
    long streams = filled();
    return nth -> {
      UUID id = filledId(ThreadLocalRandom.current().nextLong(streams));
      program.events().readEvents(program.stream(id)).forEachRemaining(event -> {});
    };
  }

  private static UUID filledId(long number) {
    return Ids.of(FIRST_FILLED + number);
  }

  /// How many streams were filled: looked up in the store, so that a fill that was cut off goes on.
  private long filled() {
    if (filled < 0) {
      long above = 1;
      while (isFilled(above - 1)) {
        above *= 2;
      }
      long least = above / 2;
      while (least < above) {
        long middle = (least + above) >>> 1;
        if (isFilled(middle)) {
          least = middle + 1;
        } else {
          above = middle;
        }
      }
      filled = least;
    }
    return filled;
  }

  private boolean isFilled(long number) {
    return program.events().readEvents(program.stream(filledId(number))).hasNext();
  }
}
