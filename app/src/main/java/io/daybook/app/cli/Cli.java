package io.daybook.app.cli;

import io.daybook.app.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line as a whole: finds the subcommands, and turns what they throw into exit codes.
public final class Cli {
  private Cli() {}

  /// Runs one command in this process and answers with its exit status.
  public static int run(String... arguments) {
    return create(Interruption.install(Thread.currentThread())).execute(arguments);
  }

  static CommandLine create(Interruption interruption) {
    CommandLine line = new CommandLine(new Root());
    for (Subcommand subcommand : ServiceLoader.load(Subcommand.class)) {
      line.addSubcommand(subcommand);
    }
    line.getSubcommands().values().forEach(Cli::describe);
    describe(line);
    return line.setExecutionExceptionHandler(new Failures(interruption))
        .setUsageHelpAutoWidth(true);
  }

  private static void describe(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    spec.mixinStandardHelpOptions(true);
    spec.version("daybook " + version());
    UsageMessageSpec usage = spec.usageMessage();
    usage.exitCodeListHeading("%nExit status:%n");
    usage.exitCodeList(exitCodes());
  }

  private static String version() {
    String version = Cli.class.getPackage().getImplementationVersion();
    return version == null ? "from its classes" : version;
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(Integer.toString(code.status()), code.meaning());
    }
    return codes;
  }

  @Command(
      name = "daybook",
      description = "An event-sourced commerce and billing platform.",
      synopsisSubcommandLabel = "COMMAND",
      commandListHeading = "%nCommands:%n",
      footer = {
        "",
        "DAYBOOK_DATA_DIR, DAYBOOK_PORT, DAYBOOK_BIND, DAYBOOK_DATABASE_URL and",
        "DAYBOOK_THROW_AWAY in the environment stand for the options not given."
      })
  static final class Root implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "Name a command.");
    }
  }
}
