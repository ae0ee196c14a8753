package io.daybook.eventstore.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A node that needs its key, in a process of its own. It waits for a line before it looks, so that
/// several look at the same time.
public final class KeyProgram {

  private KeyProgram() {}

  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                KeyProgram.class.getName(),
                folder.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// What the nodes say their keys are, once all of them are ready.
  static List<String> goOn(List<Process> nodes) throws IOException {
    List<String> keys = new ArrayList<>();
    for (Process node : nodes) {
      node.inputReader().readLine();
    }
    for (Process node : nodes) {
      node.outputWriter().write("go\n");
      node.outputWriter().flush();
    }
    for (Process node : nodes) {
      keys.add(node.inputReader().readLine());
    }
    return keys;
  }

  public static void main(String[] folder) throws IOException {
    SigningKey.generate(); // what it takes is loaded now
    System.out.println("ready");
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    System.out.println(KeyFolder.at(Path.of(folder[0])).signing().verification().fingerprint());
  }
}
