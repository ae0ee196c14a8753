package io.daybook.app.imports.csv;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All that is wrong with some files, so that it can be mended at once.
public final class Defects {
  private static final int SHOWN = 20;

  private final List<Defect> found = new ArrayList<>();

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
      String more = found.size() > SHOWN ? "\n  … and " + (found.size() - SHOWN) + " more" : "";
      throw new Failure(
          ExitCode.FAILED, "nothing was imported, since the input is wrong:\n  " + list + more);
    }
  }
}
