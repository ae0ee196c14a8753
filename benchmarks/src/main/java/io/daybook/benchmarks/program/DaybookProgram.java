package io.daybook.benchmarks.program;

import io.daybook.app.Launch;
import io.daybook.app.ServerFile;
import io.daybook.benchmarks.axon.Projections;
import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductCommand.UpdateProduct;
import io.daybook.catalog.ProductEvent;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductStatus;
import io.daybook.http.Contexts;
import io.daybook.http.RequestMeta;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Command;
import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.ProductId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole of Daybook: products, with every projection and process there is.
///
/// Each command carries what a request would: a tenant, an actor, a receipt to fill in and an
/// idempotency key to remember.
public final class DaybookProgram implements Program {
  public static final CategoryId CATEGORY = CategoryId.of(Ids.of(0));

  private static final MetaData CALLER =
      Contexts.metaData(TenantId.DEFAULT, Actor.staff("usr_bench"), null);
  private static final String BY = "staff:usr_bench";

  private final ConfigurableApplicationContext context;
  private final CommandGateway commands;
  private final URI url;

  private DaybookProgram(ConfigurableApplicationContext context, URI url) {
    this.context = context;
    this.commands = context.getBean(CommandGateway.class);
    this.url = url;
  }

  /// On a database that is there already.
  public static DaybookProgram start(Path folder, String databaseUrl) {
    return start(folder, Launch.on(folder, 0).with("daybook.database-url", databaseUrl));
  }

  /// With the PostgreSQL of the data directory, as `daybook start` has it.
  public static DaybookProgram start(Path dataDirectory) {
    return start(dataDirectory, Launch.on(dataDirectory, 0));
  }

  private static DaybookProgram start(Path folder, Launch launch) {
    ConfigurableApplicationContext context = launch.with("logging.level.root", "ERROR").start();
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

  /// As the aggregate would have applied them.
  @Override
  public void append(UUID id, int events) {
    ProductId product = ProductId.of(id);
    List<GenericDomainEventMessage<ProductEvent>> messages =
        IntStream.range(0, events)
            .mapToObj(
                sequence ->
                    new GenericDomainEventMessage<>(
                        "Product", stream(id), sequence, event(product, sequence), CALLER))
            .toList();
    UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
    unitOfWork.execute(() -> events().publish(messages));
  }

  private static ProductEvent event(ProductId product, int sequence) {
    Money price = Money.of(1299 + sequence, "EUR");
    Instant now = GenericEventMessage.clock.instant();
    return sequence == 0
        ? new ProductCreated(
            product, "Article " + product, null, price, CATEGORY, ProductStatus.ACTIVE, BY, now)
        : new ProductUpdated(product, new ChangedFields(null, null, price, null), BY, now);
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
  public EventStore events() {
    return context.getBean(EventStore.class);
  }

  @Override
  public DataSource database() {
    return context.getBean(DataSource.class);
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
