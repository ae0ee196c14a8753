package io.daybook.app.move;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.cli.DataDirectoryOption;
import io.daybook.app.cli.Progress;
import io.daybook.app.cli.Subcommand;
import io.daybook.app.postgres.DatabaseAddress;
import io.daybook.eventstore.move.Move;
import io.daybook.eventstore.move.MovePlan;
import io.daybook.eventstore.move.MoveRefused;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "move-events",
    description = "Bring in the events of a database that Axon's own engine has written.",
    footer = {
      "",
      "Stop whoever writes to that database, and the server. Every event is read",
      "and checked before anything is written. However it is stopped, the same",
      "command goes on where it was, and moves nothing twice. docs/operations.md",
      "says what is kept, and what comes after."
    })
public final class MoveEvents implements Subcommand {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "URL",
      defaultValue = "${env:DAYBOOK_MOVE_FROM}",
      showDefaultValue = Visibility.NEVER,
      description =
          "The other database: postgres://user:password@host/database; DAYBOOK_MOVE_FROM in the"
              + " environment keeps the password out of the list of processes.")
  private String from = "";

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description =
          "Its event table, if it is called neither domain_event_entry nor domainevententry.")
  private @Nullable String table;

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      defaultValue = "default",
      description = "Whose events they are.")
  private String tenant = "default";

  @Option(
      names = "--type",
      paramLabel = "OLD=NAME",
      description =
          "A payload type of that table and its name here: com.example.Placed=order.OrderPlaced.")
  private Map<String, String> types = Map.of();

  @Option(
      names = "--processes-from-start",
      description =
          "Processes handle the moved events as well: reservations, payments and so on are asked"
              + " for again. Otherwise they begin behind them.")
  private boolean processesFromStart;

  @Override
  public Integer call() throws InterruptedException, SQLException {
    MovePlan plan = plan();
    DatabaseAddress source = source();
    try (MoveContext context = MoveContext.open(data.path())) {
      return move(source, context, plan);
    } catch (MoveRefused refused) {
      throw new Failure(ExitCode.FAILED, "the events cannot be moved\n" + refused.getMessage());
    }
  }

  private MovePlan plan() {
    try {
      return MovePlan.forTenant(new TenantId(tenant).value())
          .from(table)
          .withTypes(types)
          .withMetadata(Map.of(Meta.TENANT_ID, tenant));
    } catch (Rejection invalid) {
      throw new ParameterException(
          spec.commandLine(), "--tenant %s: %s".formatted(tenant, invalid.getMessage()), invalid);
    }
  }

  private DatabaseAddress source() {
    try {
      return DatabaseAddress.parse(from);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--from: " + e.getMessage(), e);
    }
  }

  private int move(DatabaseAddress source, MoveContext context, MovePlan plan)
      throws InterruptedException, SQLException {
    try (SourceConnection connection = SourceConnection.to(source);
        Move move = Move.prepare(connection.database(), context.target(), plan)) {
      long before = move.moved();
      try (Progress progress = Progress.of("Checking", move.total() - before)) {
        move.check(progress::add);
      }
      if (!processesFromStart) {
        context.startProcessesBehind(move.end());
      }
      try (Progress progress = Progress.of("Moving", move.total() - before)) {
        move.run(progress::add);
      }
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "%,d events are in the store, %,d of them moved just now.%n",
          move.moved(), move.moved() - before);
      out.flush();
      return ExitCode.OK.status();
    }
  }
}
