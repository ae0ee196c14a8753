package io.daybook.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CliTest {
  private final Interruption interruption = Interruption.of(Thread.currentThread());
  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine line =
      Cli.create(interruption).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fly",
        "start --port",
        "start --port eighty",
        "start --port 99999",
        "start --port -1",
        "demo --scale 0",
        "demo --tenant No",
        "import --format purchases --at-once 0 some.csv",
        "import --format purchases --tenant a/b some.csv",
        "start --log-format xml",
        "replay",
        "status --unknown",
        "audit --format xml",
        "audit --after soon",
        "audit --chain 1 --actor staff:usr_7"
      })
  void a_wrong_usage_is_told_by_its_exit_status(String arguments) {
    assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .isEqualTo(ExitCode.USAGE.status());
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  @Test
  void a_value_out_of_range_is_told_with_its_option_and_the_range() {
    execute("start", "--port", "99999");
    assertThat(err.toString()).contains("'--port': 99999 is not between 0 and 65535");
  }

  static Set<String> commands() {
    return Cli.create(Interruption.of(Thread.currentThread())).getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_has_help_with_the_exit_codes(String command) {
    assertThat(execute(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: daybook " + command);
    assertThat(out.toString())
        .contains(Arrays.stream(ExitCode.values()).map(ExitCode::meaning).toList());
  }

  @Test
  void the_commands_of_the_house_are_found() {
    assertThat(commands()).contains("start", "status", "replay", "verify");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "replay order", "verify", "audit"})
  void what_only_looks_makes_no_database_where_there_is_none(String command) {
    Path unused = folder.resolve("unused");
    String arguments = command + " --data-dir " + unused;
    assertThat(execute(arguments.split(" "))).isEqualTo(ExitCode.USAGE.status());
    assertThat(err.toString()).contains("--data-dir", unused.toString());
    assertThat(unused).doesNotExist();
  }

  @Test
  void a_taken_port_is_told_of_before_anything_is_started() throws IOException {
    Path data = folder.resolve("data");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(execute("start", "--data-dir", data.toString(), "--port", port))
          .isEqualTo(ExitCode.PORT_IN_USE.status());
    }
    assertThat(data.resolve("postgres")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(ExitCode.class)
  void a_failure_has_its_exit_status_however_deep_it_is_wrapped(ExitCode code) {
    Failure failure = new Failure(code, "because");
    fail(new IllegalStateException(new IllegalStateException(failure)));
    assertThat(execute("fail")).isEqualTo(code.status());
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  @Test
  void a_taken_port_has_its_exit_status() {
    fail(new IllegalStateException(new PortInUseException(8080)));
    assertThat(execute("fail")).isEqualTo(ExitCode.PORT_IN_USE.status());
  }

  @Test
  void a_surprise_shows_where_it_came_from() {
    fail(new IllegalStateException("a surprise"));
    assertThat(execute("fail")).isEqualTo(ExitCode.FAILED.status());
    assertThat(err.toString()).contains("\tat ");
  }

  @Test
  void what_breaks_after_ctrl_c_is_an_interruption() {
    fail(new IllegalStateException("the server went away"));
    interruption.request();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(execute("fail")).isEqualTo(ExitCode.INTERRUPTED.status());
  }

  private int execute(String... arguments) {
    return line.execute(arguments);
  }

  private void fail(RuntimeException failure) {
    line.addSubcommand("fail", new Failing(failure));
    line.setExecutionExceptionHandler(new Failures(interruption)).setErr(new PrintWriter(err));
  }

  @Command
  record Failing(RuntimeException failure) implements Runnable {
    @Override
    public void run() {
      throw failure;
    }
  }
}
