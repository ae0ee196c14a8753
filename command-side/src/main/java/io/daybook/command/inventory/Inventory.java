package io.daybook.command.inventory;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.daybook.catalog.ProductId;
import io.daybook.command.facts.Facts;
import io.daybook.command.snapshot.Recent;
import io.daybook.command.snapshot.Snapshots;
import io.daybook.inventory.InventoryCommand.AdjustInventory;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryCommand.SetLowStockThreshold;
import io.daybook.inventory.InventoryEvent;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Context;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantPolicy;
import io.daybook.order.OrderId;
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
@Aggregate(snapshotTriggerDefinition = Snapshots.EVERY_FIFTY_EVENTS)
@Revision("1")
class Inventory {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable ProductId product;
  private Level level = Level.UNKNOWN;
  private Holds holds = new Holds();
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
      tell(shelf, shelf.set(stock.onHand(), quantity, reason, context), context);
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
    tell(shelf, shelf.adjusted(adjustment, now, reason, context), context);
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
      return true;
    }
    if (missing <= level.available()) {
      Instant expiresAt = expiry(command, context, policies);
      tell(shelf, shelf.reserved(missing, command.orderId(), context.at(), expiresAt), context);
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
    partsOf(command)
        .forEach(
            (order, part) ->
                tell(shelf, shelf.released(part, order, reason, context.at()), context));
  }

  @CommandHandler
  void handle(DeductInventory command, Context context) {
    StockRules.atLeastOne(command.quantity());
    StockRules.isOf(product, command);
    if (commands.has(context.commandId())
        || holds.wasDeducted(command.orderId(), command.quantity())) {
      return;
    }
    StockRules.isHeld(command.quantity(), holds.heldFor(command.orderId()));
    Shelf shelf = Shelf.of(command);
    tell(shelf, shelf.deducted(command.quantity(), command.orderId(), context.at()), context);
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
      tell(shelf, shelf.threshold(command.threshold(), context.at()), context);
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
  private void tell(Shelf shelf, InventoryEvent event, Context context) {
    Level before = level;
    AggregateLifecycle.apply(event);
    Integer threshold = level.threshold();
    if (threshold != null && level.isLow() && !before.isLow()) {
      AggregateLifecycle.apply(shelf.low(level.available(), threshold, context.at()));
    }
    if (level.isOut() && !before.isOut()) {
      AggregateLifecycle.apply(shelf.out(context.at()));
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
          shelf.refused(command.quantity(), available, command.orderId(), context.at()),
          context);
    }
  }

  private static @Nullable Instant expiry(
      ReserveInventory command, Context context, TenantPolicy.Source policies) {
    if (command.expiresAt() != null || context.actor().isProcess()) {
      return command.expiresAt();
    }
    return context.at().plus(policies.of(context.tenant()).reservation());
  }

  private boolean isRepeated(ReleaseInventory command, Context context) {
    return commands.has(context.commandId())
        || (command.orderId() != null && holds.wasReleased(command.orderId(), command.quantity()));
  }

  private Map<OrderId, Integer> partsOf(ReleaseInventory command) {
    if (command.orderId() == null) {
      StockRules.isHeld(command.quantity(), level.stock().reserved());
      return holds.oldest(command.quantity());
    }
    StockRules.isHeld(command.quantity(), holds.heldFor(command.orderId()));
    return Map.of(command.orderId(), command.quantity());
  }
}
