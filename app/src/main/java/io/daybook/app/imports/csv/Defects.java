package io.daybook.app.imports.csv;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that is wrong with some files, so that it can be mended at once.
public final class Defects {
  private static final int SHOWN = 20;

  private final @Nullable Path report;
  private final List<Defect> found = new ArrayList<>();

  /// @param report the file that takes them all, if there is to be one
  public Defects(@Nullable Path report) {
    this.report = report;
  }

  public void add(Defect defect) {
    found.add(defect);
  }

  public List<Defect> found() {
    return List.copyOf(found);
  }

  /// Ends the import before anything is written.
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      String list =
          found.stream().limit(SHOWN).map(Defect::toString).collect(Collectors.joining("\n  "));
      throw new Failure(
          ExitCode.FAILED,
          "nothing was imported, since the input is wrong:\n  " + list + more() + reported());
    }
  }

  private String more() {
    int more = found.size() - SHOWN;
    return more <= 0
        ? ""
        : "\n  … and " + more + " more" + (report == null ? "; --defects FILE keeps them all" : "");
  }

  private String reported() {
    if (report == null) {
      return "";
    }
    try {
      Files.write(report, found.stream().map(Defect::toString).toList());
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot write the defects to " + report, e);
    }
    return "\nAll are in " + report + ".";
  }
}
