package io.daybook.app.imports;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/// An import in this process, with a server of its own unless one runs on the directory.
record ImportCall(int status, String out) {

  static ImportCall of(String format, Path input, Path data) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    int status =
        new CommandLine(new Import())
            .setOut(writer)
            .setErr(writer)
            .execute(
                "--format", format, input.toString(), "--data-dir", data.toString(), "--port", "0");
    return new ImportCall(status, out.toString());
  }

  /// The lines that compare, with single blanks.
  List<String> figures() {
    return figures(out);
  }

  static List<String> figures(String text) {
    return text.lines()
        .filter(line -> line.endsWith("OK") || line.endsWith("DIFFERS"))
        .map(line -> line.replaceAll(" +", " "))
        .toList();
  }

  List<String> refusals() {
    return out.lines().filter(line -> line.startsWith("refused  ")).toList();
  }
}
