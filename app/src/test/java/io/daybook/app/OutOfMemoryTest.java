package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program without memory has lost threads that it cannot do without. It must end, so that whoever supervises it
/// starts it again; what that finds is what it finds after `kill -9`.
class OutOfMemoryTest {
  private static final Pattern OPTIONS = Pattern.compile("readonly options=\\(([^)]*)\\)");

  @TempDir private Path folder;

  @Test
  void with_the_options_of_the_launcher_a_program_ends_that_has_no_memory_left() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(options());
    command.addAll(List.of("-Xmx24m", "-cp", System.getProperty("java.class.path")));
    command.add(Glutton.class.getName());
    Path output = folder.resolve("output");
    Process program =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(program.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
      assertThat(program.exitValue()).isNotZero();
      assertThat(Files.readString(output))
          .contains("Terminating due to java.lang.OutOfMemoryError");
    } finally {
      program.destroyForcibly();
    }
  }

  private static List<String> options() throws IOException {
    Matcher found = OPTIONS.matcher(Files.readString(Path.of("..", "daybook")));
    assertThat(found.find()).isTrue();
    return List.of(found.group(1).strip().split("\\s+"));
  }
}
