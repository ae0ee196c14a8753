package io.daybook.app.demo;

import io.daybook.app.ExitCode;
import io.daybook.app.cli.Interruption;
import io.daybook.app.cli.OptionRange;
import io.daybook.app.cli.RunningServer;
import io.daybook.app.cli.ServerOptions;
import io.daybook.app.cli.Subcommand;
import io.daybook.app.cli.TenantOption;
import io.daybook.app.client.Refused;
import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.app.imports.DerivedIds;
import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.kernel.Actor;
import io.daybook.kernel.SystemTenantClock;
import io.daybook.kernel.TenantId;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    description = "Run the server with a generated shop in it, until Ctrl-C.",
    footer = {
      "",
      "The same seed makes the same shop, and running it again doubles nothing.",
      "Where a server runs on the data directory already, the shop is filled",
      "there and the command ends."
    })
public final class Demo implements Subcommand {
  private static final int DEFAULT_PORT = 8080;
  private static final OptionRange SCALE = new OptionRange("--scale", 1, 10_000);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What the random choices follow from (default ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many times as much of everything (default ${DEFAULT-VALUE}).")
  private int scale = 1;

  @Option(
      names = "--tenant",
      converter = TenantOption.class,
      paramLabel = "TENANT",
      defaultValue = "default",
      description = "Whose shop it is (default ${DEFAULT-VALUE}).")
  private TenantId tenant = TenantId.DEFAULT;

  @Option(names = "--exit", description = "End when the shop is filled.")
  private boolean exit;

  @Override
  public Integer call() throws InterruptedException {
    DemoShop shop = DemoShop.of(tenant, seed, SCALE.check(scale, spec));
    Sender staff = new Sender(tenant, Actor.staff("demo"), null);
    try (RunningServer running =
            RunningServer.on(server.dataDirectory(), server.port(DEFAULT_PORT));
        ShopClient client = new ShopClient(running.baseUrl())) {
      new Seeding(client, staff, shop, new SystemTenantClock().now(tenant)).run();
      say(new Guide(shop, running.baseUrl()).describe(client, staff, head(client, staff)));
      if (running.isOwn() && !exit) {
        say("Daybook is running. Ctrl-C stops it.");
        Interruption.await();
      }
    } catch (Refused refused) {
      throw refused.asFailure();
    }
    return ExitCode.OK.status();
  }

  /// A repeated command changes nothing and tells how far the store has come.
  private static long head(ShopClient client, Sender staff) throws InterruptedException {
    DerivedIds tree = new DerivedIds(staff.tenant(), DemoShop.TREE);
    String root = Leaf.ALL.getFirst().root();
    return client.send(staff, new CreateCategory(tree.category(root), root, null)).position();
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
