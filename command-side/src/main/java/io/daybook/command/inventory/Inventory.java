package io.daybook.command.inventory;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.command.model.DecisionModels;
import io.daybook.command.snapshot.Recent;
import io.daybook.command.snapshot.Snapshots;
import io.daybook.eventstore.EngineBeans;
import io.daybook.eventstore.StreamName;
import io.daybook.eventstore.TypeAlias;
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

/// The stock of one product or variant: `available = on hand − reserved`, and never below zero.
///
/// A reservation says how many pieces the order needs in all: repeating it is harmless. An adjustment says
/// only a difference: it is recognised by the id of its command.
@Aggregate(
    type = "Inventory",
    snapshotTriggerDefinition = Snapshots.EVERY_FIFTY_EVENTS,
    cache = EngineBeans.AGGREGATE_CACHE)
@TypeAlias("io.daybook.command.inventory.Inventory")
@Revision("2")
class Inventory {
  /// It releases expiring pieces only.
  private static final Actor EXPIRY = Processes.RESERVATION_EXPIRY;

  private static final String TAKEN_OVER = "PLACEMENT";

  @AggregateIdentifier
  @JsonProperty("stream")
  private @Nullable String stream;

  @JsonProperty("product")
  private @Nullable ProductId product;

  @JsonProperty("level")
  private StockLevel level = StockLevel.UNKNOWN;

  @JsonProperty("holds")
  private Reservations reservations = new Reservations();

  @JsonProperty("commands")
  private Recent<Boolean> commands = new Recent<>();

  Inventory() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(SetInventoryQuantity command, Context context, DecisionModels models) {
    String reason = StockRules.reason(command.reason());
    int quantity = command.quantity();
    if (quantity < 0) {
      throw Rejection.of(InventoryRejection.NEGATIVE_QUANTITY)
          .with("quantity", quantity, "must be zero or more");
    }
    StockRules.isSold(product, command, context, models);
    StockModel stock = level.stock();
    StockRules.onHand("quantity", quantity, quantity, stock.reserved());
    if (!level.counted() || quantity != stock.onHand()) {
      StockEvents events = StockEvents.of(command);
      tell(events, context, events.set(stock.onHand(), quantity, reason, context));
    }
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(AdjustInventory command, Context context, DecisionModels models) {
    String reason = StockRules.reason(command.reason());
    int adjustment = command.adjustment();
    if (adjustment == 0) {
      throw Rejection.of(InventoryRejection.INVALID_QUANTITY)
          .with("adjustment", adjustment, "must move at least one piece");
    }
    StockRules.isSold(product, command, context, models);
    if (commands.has(context.commandId())) {
      return;
    }
    StockModel stock = level.stock();
    long sum = (long) stock.onHand() + adjustment;
    int now = StockRules.onHand("adjustment", adjustment, sum, stock.reserved());
    StockEvents events = StockEvents.of(command);
    tell(events, context, events.adjusted(adjustment, now, reason, context));
  }

  /// Where there is too little, a process gets an event to react to, and anybody else a rejection.
  ///
  /// @return whether the order has what it needs
  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  boolean handle(ReserveInventory command, Context context, TenantPolicy.Source policies) {
    StockRules.atLeastOne(command.quantity());
    StockRules.isOf(product, command);
    StockEvents events = StockEvents.of(command);
    int missing = reservations.missing(command.orderId(), command.quantity());
    if (missing <= 0) {
      takeOver(events, command, context);
      return true;
    }
    if (missing <= level.available()) {
      Instant expiresAt = expiry(command, context, policies);
      tell(events, context, events.reserved(missing, command.orderId(), context.at(), expiresAt));
      return true;
    }
    refuse(events, command, context);
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
    StockEvents events = StockEvents.of(command);
    partsOf(command, context)
        .forEach(
            (order, part) ->
                tell(events, context, events.released(part, order, reason, context.at())));
  }

  /// What was shipped is gone, whether it was reserved or not; but pieces that are reserved for other
  /// orders stay theirs.
  ///
  /// @return how many pieces were deducted for the order: fewer than asked for where there were too few
  @CommandHandler
  int handle(DeductInventory command, Context context) {
    StockRules.atLeastOne(command.quantity());
    StockRules.isOf(product, command);
    OrderId order = command.orderId();
    if (!commands.has(context.commandId()) && !reservations.wasDeducted(order)) {
      deduct(StockEvents.of(command), command, context);
    }
    return reservations.of(order).shipped();
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(SetLowStockThreshold command, Context context, DecisionModels models) {
    if (command.threshold() < 0) {
      throw Rejection.of(InventoryRejection.INVALID_THRESHOLD)
          .with("threshold", command.threshold(), "must be zero or more");
    }
    StockRules.isSold(product, command, context, models);
    Integer before = level.threshold();
    if (before == null || before != command.threshold()) {
      StockEvents events = StockEvents.of(command);
      tell(events, context, events.threshold(command.threshold(), context.at()));
    }
  }

  @EventSourcingHandler
  void on(
      InventoryEvent event,
      @MetaDataValue(Meta.TENANT_ID) String tenant,
      @MetaDataValue(Meta.COMMAND_ID) @Nullable String commandId) {
    stream = new StreamName(tenant, event.inventoryId().value()).toString();
    product = event.productId();
    level = level.after(event);
    reservations.on(event);
    if (commandId != null) {
      commands.put(commandId, true);
    }
  }

  /// Applies the events, and an alert if they took the stock below its threshold or to zero. There is no
  /// second alert before the stock has risen again.
  private void tell(StockEvents events, Context context, InventoryEvent... happened) {
    StockLevel before = level;
    for (InventoryEvent event : happened) {
      AggregateLifecycle.apply(event);
    }
    Integer threshold = level.threshold();
    if (threshold != null && level.isLow() && !before.isLow()) {
      AggregateLifecycle.apply(events.low(level.available(), threshold, context.at()));
    }
    if (level.isOut() && !before.isOut()) {
      AggregateLifecycle.apply(events.out(context.at()));
    }
  }

  /// Makes expiring pieces firm, as many as a process asks for.
  private void takeOver(StockEvents events, ReserveInventory command, Context context) {
    OrderId order = command.orderId();
    int expiring = reservations.of(order).expiring();
    int wanted = reservations.missing(order, command.quantity()) + expiring;
    if (isFirm(command, context) && wanted > 0) {
      tell(
          events,
          context,
          events.released(expiring, order, TAKEN_OVER, context.at()),
          events.reserved(wanted, order, context.at(), null));
    }
  }

  private void deduct(StockEvents events, DeductInventory command, Context context) {
    OrderId order = command.orderId();
    int held = reservations.of(order).left();
    int more = Math.min(Math.max(0, command.quantity() - held), level.available());
    if (more > 0) {
      tell(events, context, events.reserved(more, order, context.at(), null));
    }
    int gone = Math.min(command.quantity(), held + more);
    if (gone > 0) {
      tell(events, context, events.deducted(gone, order, context.at()));
    }
  }

  private void refuse(StockEvents events, ReserveInventory command, Context context) {
    int available = level.available();
    if (!context.actor().isProcess()) {
      throw StockRules.insufficient(command, available);
    }
    if (!reservations.wasRefused(command.orderId(), command.quantity())) {
      tell(
          events,
          context,
          events.refused(command.quantity(), available, command.orderId(), context.at()));
    }
  }

  private static @Nullable Instant expiry(
      ReserveInventory command, Context context, TenantPolicy.Source policies) {
    if (command.expiresAt() != null || isFirm(command, context)) {
      return command.expiresAt();
    }
    return context.at().plus(policies.of(context.tenant()).reservation());
  }

  private static boolean isFirm(ReserveInventory command, Context context) {
    return command.expiresAt() == null && context.actor().isProcess();
  }

  private boolean isRepeated(ReleaseInventory command, Context context) {
    return commands.has(context.commandId())
        || (command.orderId() != null
            && reservations.wasReleased(command.orderId(), command.quantity()));
  }

  private Map<OrderId, Integer> partsOf(ReleaseInventory command, Context context) {
    int quantity = command.quantity();
    OrderId order = command.orderId();
    if (order == null) {
      StockRules.isHeldForNoPlacedOrder(quantity, reservations.expiring());
      return reservations.oldestExpiring(quantity);
    }
    int part = partOf(reservations.of(order), quantity, context.actor());
    return part == 0 ? Map.of() : Map.of(order, part);
  }

  /// A process that asks to release more than is reserved releases what there is.
  private static int partOf(Reservation reservation, int quantity, Actor by) {
    if (by.equals(EXPIRY)) {
      return Math.min(quantity, reservation.expiring());
    }
    if (by.isProcess()) {
      return reservation.givenUp(quantity);
    }
    StockRules.isHeld(quantity, reservation.left());
    return quantity;
  }
}
