package io.daybook.command.inventory;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.command.facts.Facts;
import io.daybook.command.snapshot.Recent;
import io.daybook.command.snapshot.Snapshots;
import io.daybook.eventstore.read.AggregateCache;
import io.daybook.inventory.InventoryCommand.AdjustInventory;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryCommand.SetLowStockThreshold;
import io.daybook.inventory.InventoryEvent;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Context;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Processes;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// The stock of one sellable thing: `available = on hand − reserved`, and never less than nothing.
///
/// An order's hold is raised to what is asked for and never lowered by asking, so that asking again
/// is harmless. Movements that say only by how much are recognised by the command that asked for them.
@Aggregate(
    type = "Inventory",
    snapshotTriggerDefinition = Snapshots.EVERY_FIFTY_EVENTS,
    cache = AggregateCache.BEAN)
@Revision("2")
class Inventory {
  /// Gives up what ends by itself, and nothing that a placed order counts on.
  private static final Actor EXPIRY = Processes.RESERVATION_EXPIRY;

  private static final String TAKEN_OVER = "PLACEMENT";

  @AggregateIdentifier
  @JsonProperty("stream")
  private @Nullable String stream;

  @JsonProperty("product")
  private @Nullable ProductId product;

  @JsonProperty("level")
  private Level level = Level.UNKNOWN;

  @JsonProperty("holds")
  private Holds holds = new Holds();

  @JsonProperty("commands")
  private Recent<Boolean> commands = new Recent<>();

  Inventory() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(SetInventoryQuantity command, Context context, Facts facts) {
    String reason = StockRules.reason(command.reason());
    int quantity = command.quantity();
    if (quantity < 0) {
      throw Rejection.of(InventoryRejection.NEGATIVE_QUANTITY)
          .with("quantity", quantity, "must be zero or more");
    }
    StockRules.isSold(command, context, facts);
    StockFacts stock = level.stock();
    StockRules.onHand("quantity", quantity, quantity, stock.reserved());
    if (!level.counted() || quantity != stock.onHand()) {
      Shelf shelf = Shelf.of(command);
      tell(shelf, context, shelf.set(stock.onHand(), quantity, reason, context));
    }
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(AdjustInventory command, Context context, Facts facts) {
    String reason = StockRules.reason(command.reason());
    int adjustment = command.adjustment();
    if (adjustment == 0) {
      throw Rejection.of(InventoryRejection.INVALID_QUANTITY)
          .with("adjustment", adjustment, "must move at least one piece");
    }
    StockRules.isSold(command, context, facts);
    if (commands.has(context.commandId())) {
      return;
    }
    StockFacts stock = level.stock();
    long sum = (long) stock.onHand() + adjustment;
    int now = StockRules.onHand("adjustment", adjustment, sum, stock.reserved());
    Shelf shelf = Shelf.of(command);
    tell(shelf, context, shelf.adjusted(adjustment, now, reason, context));
  }

  /// A process is answered whether the order has what it asked for, and the refusal is recorded for
  /// it to react to. Anybody else is refused.
  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  boolean handle(ReserveInventory command, Context context, TenantPolicy.Source policies) {
    StockRules.atLeastOne(command.quantity());
    StockRules.isOf(product, command);
    Shelf shelf = Shelf.of(command);
    int missing = holds.missing(command.orderId(), command.quantity());
    if (missing <= 0) {
      takeOver(shelf, command, context);
      return true;
    }
    if (missing <= level.available()) {
      Instant expiresAt = expiry(command, context, policies);
      tell(shelf, context, shelf.reserved(missing, command.orderId(), context.at(), expiresAt));
      return true;
    }
    refuse(shelf, command, context);
    return false;
  }

  @CommandHandler
  void handle(ReleaseInventory command, Context context) {
    StockRules.atLeastOne(command.quantity());
    String reason = StockRules.reason(command.reason());
    StockRules.isOf(product, command);
    if (isRepeated(command, context)) {
      return;
    }
    Shelf shelf = Shelf.of(command);
    partsOf(command, context)
        .forEach(
            (order, part) ->
                tell(shelf, context, shelf.released(part, order, reason, context.at())));
  }

  /// What was shipped has left the shelf, whether it was held or not; only what others hold is not
  /// taken for it.
  ///
  /// @return how many of the order's pieces have left the shelf: fewer than asked for where it is short
  @CommandHandler
  int handle(DeductInventory command, Context context) {
    StockRules.atLeastOne(command.quantity());
    StockRules.isOf(product, command);
    OrderId order = command.orderId();
    if (!commands.has(context.commandId()) && !holds.wasDeducted(order)) {
      deduct(Shelf.of(command), command, context);
    }
    return holds.of(order).shipped();
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(SetLowStockThreshold command, Context context, Facts facts) {
    if (command.threshold() < 0) {
      throw Rejection.of(InventoryRejection.INVALID_THRESHOLD)
          .with("threshold", command.threshold(), "must be zero or more");
    }
    StockRules.isSold(command, context, facts);
    Integer before = level.threshold();
    if (before == null || before != command.threshold()) {
      Shelf shelf = Shelf.of(command);
      tell(shelf, context, shelf.threshold(command.threshold(), context.at()));
    }
  }

  @EventSourcingHandler
  void on(
      InventoryEvent event,
      @MetaDataValue(Meta.TENANT_ID) String tenant,
      @MetaDataValue(Meta.COMMAND_ID) @Nullable String commandId) {
    stream = tenant + "/" + event.inventoryId();
    product = event.productId();
    level = level.after(event);
    holds.on(event);
    if (commandId != null) {
      commands.put(commandId, true);
    }
  }

  /// Records what happened, and tells the shop where that took the stock below a mark that it stood
  /// above before: once, until it rises again.
  private void tell(Shelf shelf, Context context, InventoryEvent... events) {
    Level before = level;
    for (InventoryEvent event : events) {
      AggregateLifecycle.apply(event);
    }
    Integer threshold = level.threshold();
    if (threshold != null && level.isLow() && !before.isLow()) {
      AggregateLifecycle.apply(shelf.low(level.available(), threshold, context.at()));
    }
    if (level.isOut() && !before.isOut()) {
      AggregateLifecycle.apply(shelf.out(context.at()));
    }
  }

  /// What would have ended by itself becomes the order's own, as much of it as a process asks for.
  private void takeOver(Shelf shelf, ReserveInventory command, Context context) {
    OrderId order = command.orderId();
    int passing = holds.of(order).passing();
    int wanted = holds.missing(order, command.quantity()) + passing;
    if (isLasting(command, context) && wanted > 0) {
      tell(
          shelf,
          context,
          shelf.released(passing, order, TAKEN_OVER, context.at()),
          shelf.reserved(wanted, order, context.at(), null));
    }
  }

  private void deduct(Shelf shelf, DeductInventory command, Context context) {
    OrderId order = command.orderId();
    int held = holds.of(order).left();
    int more = Math.min(Math.max(0, command.quantity() - held), level.available());
    if (more > 0) {
      tell(shelf, context, shelf.reserved(more, order, context.at(), null));
    }
    int gone = Math.min(command.quantity(), held + more);
    if (gone > 0) {
      tell(shelf, context, shelf.deducted(gone, order, context.at()));
    }
  }

  private void refuse(Shelf shelf, ReserveInventory command, Context context) {
    int available = level.available();
    if (!context.actor().isProcess()) {
      throw StockRules.insufficient(command, available);
    }
    if (!holds.wasRefused(command.orderId(), command.quantity())) {
      tell(
          shelf,
          context,
          shelf.refused(command.quantity(), available, command.orderId(), context.at()));
    }
  }

  private static @Nullable Instant expiry(
      ReserveInventory command, Context context, TenantPolicy.Source policies) {
    if (command.expiresAt() != null || isLasting(command, context)) {
      return command.expiresAt();
    }
    return context.at().plus(policies.of(context.tenant()).reservation());
  }

  private static boolean isLasting(ReserveInventory command, Context context) {
    return command.expiresAt() == null && context.actor().isProcess();
  }

  private boolean isRepeated(ReleaseInventory command, Context context) {
    return commands.has(context.commandId())
        || (command.orderId() != null && holds.wasReleased(command.orderId(), command.quantity()));
  }

  private Map<OrderId, Integer> partsOf(ReleaseInventory command, Context context) {
    int quantity = command.quantity();
    OrderId order = command.orderId();
    if (order == null) {
      StockRules.isHeldForNoPlacedOrder(quantity, holds.passing());
      return holds.oldestPassing(quantity);
    }
    int part = partOf(holds.of(order), quantity, context.actor());
    return part == 0 ? Map.of() : Map.of(order, part);
  }

  /// A process is never refused for asking for more than is left: it gives up what there is.
  private static int partOf(Hold hold, int quantity, Actor by) {
    if (by.equals(EXPIRY)) {
      return Math.min(quantity, hold.passing());
    }
    if (by.isProcess()) {
      return hold.givenUp(quantity);
    }
    StockRules.isHeld(quantity, hold.left());
    return quantity;
  }
}
