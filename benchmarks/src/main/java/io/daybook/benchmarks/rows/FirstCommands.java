package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.ColdStart;
import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.SampleText;
import io.daybook.benchmarks.program.Child;
import io.daybook.benchmarks.report.Row;
import io.daybook.benchmarks.report.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The first commands of a JVM that has just started, on an empty database.
public final class FirstCommands implements Measurement {
  private static final int CALLERS = 64;
  private static final int MOST_ROUNDS = 3;

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.COLD);
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    lab.closeAll();
    int rounds = Math.min(MOST_ROUNDS, Math.ceilDiv(lab.sizes().rounds(), 2));
    Rounds<Sample> samples =
        Rounds.alternate(
            rounds, () -> round(lab, "cold_daybook"), () -> round(lab, "cold_stock", "--stock"));
    return List.of(
        Rows.rates(Subject.COLD, Lab.STOCK, samples, Sample::perSecond)
            .noting(
                String.format(Locale.ROOT, "the first %,d commands", lab.sizes().firstCommands())));
  }

  private static Sample round(Lab lab, String database, String... options) throws Exception {
    lab.server().create(database);
    List<String> arguments = new ArrayList<>(List.of("bench-cold"));
    arguments.addAll(
        List.of(
            "--folder=" + lab.folder(database),
            "--callers=" + lab.sizes().callers(CALLERS),
            "--count=" + lab.sizes().firstCommands()));
    arguments.addAll(List.of(options));
    try (Child child =
        Child.start(Map.of(ColdStart.DATABASE, lab.server().url(database)), arguments)) {
      return child.output().stream()
          .filter(SampleText::isSample)
          .findFirst()
          .map(SampleText::read)
          .orElseThrow();
    }
  }
}
