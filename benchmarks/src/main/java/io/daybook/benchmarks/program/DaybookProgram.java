package io.daybook.benchmarks.program;

import io.daybook.app.Launch;
import io.daybook.app.ServerFile;
import io.daybook.benchmarks.axon.Projections;
import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductCommand.UpdateProduct;
import io.daybook.command.dispatch.Contexts;
import io.daybook.command.dispatch.RequestMeta;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Command;
import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.ProductId;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.MetaData;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole of Daybook: products, with every projection and process there is.
///
/// Each command carries what a request would: a tenant, an actor, a receipt to fill in and an
/// idempotency key to remember.
public final class DaybookProgram implements Program {
  public static final CategoryId CATEGORY = CategoryId.of(Ids.of(0));

  private static final MetaData CALLER =
      Contexts.metaData(TenantId.DEFAULT, Actor.staff("usr_bench"), null);

  private final ConfigurableApplicationContext context;
  private final CommandGateway commands;
  private final URI url;

  private DaybookProgram(ConfigurableApplicationContext context, URI url) {
    this.context = context;
    this.commands = context.getBean(CommandGateway.class);
    this.url = url;
  }

  public static DaybookProgram start(Path folder, String databaseUrl) {
    ConfigurableApplicationContext context =
        Launch.on(folder, 0)
            .with("daybook.database-url", databaseUrl)
            .with("logging.level.root", "ERROR")
            .start();
    URI url = URI.create(ServerFile.read(folder).orElseThrow().url());
    DaybookProgram program = new DaybookProgram(context, url);
    program.send(new CreateCategory(CATEGORY, "Benchmarks", null));
    return program;
  }

  /// Where it answers over HTTP.
  public URI url() {
    return url;
  }

  @Override
  public void create(UUID id) {
    send(
        new CreateProduct(
            ProductId.of(id), "Article " + id, null, Money.of(1299, "EUR"), CATEGORY));
  }

  @Override
  public void update(UUID id, long cents) {
    send(new UpdateProduct(ProductId.of(id), null, null, Money.of(cents, "EUR"), null));
  }

  private void send(Command command) {
    String key = UUID.randomUUID().toString();
    commands.sendAndWait(
        new GenericCommandMessage<>(command)
            .withMetaData(
                CALLER.mergedWith(
                    Map.of(
                        RequestMeta.RECEIPT, command.target().value(),
                        RequestMeta.IDEMPOTENCY_KEY, key,
                        RequestMeta.REQUEST, key))));
  }

  @Override
  public String stream(UUID id) {
    return TenantId.DEFAULT.stream(ProductId.of(id));
  }

  @Override
  public Projections projections() {
    return new Projections(context.getBean(Configuration.class));
  }

  @Override
  public EventProcessor shown() {
    return projections().named("projection-catalog");
  }

  @Override
  public void close() {
    context.close();
  }
}
