package io.daybook.app.imports.csv;

import org.jspecify.annotations.Nullable;

/// A value that cannot be imported, where it stands, and the rule that it breaks.
public record Defect(
    String file, long line, @Nullable String column, @Nullable String value, String rule) {
  public static Defect empty(String file) {
    return new Defect(file, 2, null, null, "there must be at least one row");
  }

  @Override
  public String toString() {
    String where = column == null ? "" : ", column " + column;
    String what = value == null ? "" : "'" + value + "' ";
    return file + ", line " + line + where + ": " + what + rule;
  }
}
