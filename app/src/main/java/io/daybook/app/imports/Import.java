package io.daybook.app.imports;

import io.daybook.app.ExitCode;
import io.daybook.app.cli.OptionRange;
import io.daybook.app.cli.RunningServer;
import io.daybook.app.cli.ServerOptions;
import io.daybook.app.cli.Subcommand;
import io.daybook.app.cli.TenantOption;
import io.daybook.app.client.Refused;
import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.app.imports.csv.Defects;
import io.daybook.kernel.Actor;
import io.daybook.kernel.SystemTenantClock;
import io.daybook.kernel.TenantId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    description = "Place a shop's history as orders, dated as in its files.",
    footer = {
      "",
      "northwind takes the folder of its CSV files, purchases one CSV file with",
      "the columns customer_id, date, units and amount. All of the input is",
      "checked before anything is written. However it is stopped, the same",
      "command goes on where it was, and places nothing twice. It ends with the",
      "figures of the files beside those that GraphQL tells afterwards; exit",
      "status 1 says that they differ."
    })
public final class Import implements Subcommand {
  private static final OptionRange AT_ONCE = new OptionRange("--at-once", 1, 1_000);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "What is to be read: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.northwind;

  @Option(
      names = "--tenant",
      converter = TenantOption.class,
      paramLabel = "TENANT",
      defaultValue = "default",
      description = "Whose shop the history belongs to (default ${DEFAULT-VALUE}).")
  private TenantId tenant = TenantId.DEFAULT;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "96",
      description =
          "How many orders are placed side by side; a customer's own never are (default"
              + " ${DEFAULT-VALUE}).")
  private int atOnce = 96;

  @Option(
      names = "--defects",
      paramLabel = "FILE",
      description = "Where to write everything that is wrong with the input, a line each.")
  private @Nullable Path defects;

  @Parameters(paramLabel = "PATH", description = "The folder or the file to read.")
  private Path path = Path.of("");

  @Override
  public Integer call() throws InterruptedException, IOException {
    DerivedIds ids = new DerivedIds(tenant, format.name());
    AT_ONCE.check(atOnce, spec);
    LocalDate today = LocalDate.ofInstant(new SystemTenantClock().now(tenant), ZoneOffset.UTC);
    Source source = format.read(path, ids, today, new Defects(defects));
    try (ImportLock lock = ImportLock.take(server.dataDirectory());
        RunningServer running = RunningServer.on(server.dataDirectory(), server.port(0));
        ShopClient client = new ShopClient(running.baseUrl())) {
      Sender staff = new Sender(ids.tenant(), Actor.staff("import"), null);
      Summary summary = send(source, new Session(client, staff, ids));
      summary.print(spec.commandLine().getOut());
      return (summary.agrees() ? ExitCode.OK : ExitCode.FAILED).status();
    } catch (Refused refused) {
      throw refused.asFailure();
    }
  }

  private Summary send(Source source, Session session) throws InterruptedException {
    DoneRows checkpoint =
        DoneRows.open(
            server.dataDirectory(),
            "%s-%s-%s".formatted(tenant, format.name(), source.fingerprint()));
    boolean complete = false;
    try {
      new ImportRun(source, session, checkpoint, atOnce).run();
      complete = true;
    } finally {
      if (!complete) {
        sayHowToGoOn(checkpoint.count(), source.size());
      }
    }
    return Summary.of(source, session, checkpoint.refusals());
  }

  private void sayHowToGoOn(int done, int size) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf("%,d of %,d orders are done; the same command goes on from there.%n", done, size);
    err.flush();
  }
}
