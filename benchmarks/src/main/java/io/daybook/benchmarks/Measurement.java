package io.daybook.benchmarks;

import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.util.List;
import java.util.Set;

/// One experiment, which gives one row or several.
public interface Measurement {
  Set<Subject> subjects();

  List<ReportRow> measure(Lab lab) throws Exception;
}
