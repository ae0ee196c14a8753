package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.CHAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.Living;
import io.daybook.inventory.InventoryCommand;
import io.daybook.inventory.InventoryCommand.AdjustInventory;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryCommand.SetLowStockThreshold;
import io.daybook.inventory.InventoryEvent;
import io.daybook.inventory.InventoryEvent.LowStockAlert;
import io.daybook.inventory.InventoryEvent.OutOfStock;
import io.daybook.kernel.Event;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.OrderId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.axonframework.messaging.ResultMessage;

/// Any sequence of commands, by a caller or by a process, against a model that knows two numbers.
class StockNeverNegativeTest {

  @Property(tries = 400)
  void whatever_is_asked_nothing_is_sold_that_is_not_there(
      @ForAll("commands") @Size(max = 40) List<InventoryCommand> commands,
      @ForAll boolean process) {
    Living<Inventory> shelf =
        new Living<>(Inventory.class, new Inventory(), Stocks.products(), Stocks.policies());
    StockModel stock = StockModel.NONE;
    for (InventoryCommand command : commands) {
      ResultMessage<?> result =
          shelf.send(command, Given.by(process ? Given.PROCESS : Given.STAFF));
      StockModel now = stock(shelf.events());
      if (result.isExceptional()) {
        assertThat(result.exceptionResult()).isInstanceOf(Rejection.class);
        assertThat(now).isEqualTo(stock);
      } else {
        assertThat(now).isIn(outcomes(command, stock, process));
      }
      assertThat(now.reserved()).isNotNegative();
      assertThat(now.available()).isNotNegative();
      stock = now;
    }
  }

  @Property(tries = 400)
  void every_crossing_is_told_once_and_nothing_else_is(
      @ForAll("commands") @Size(max = 40) List<InventoryCommand> commands) {
    Living<Inventory> shelf =
        new Living<>(Inventory.class, new Inventory(), Stocks.products(), Stocks.policies());
    commands.forEach(command -> shelf.send(command, Given.by(Given.PROCESS)));
    int falls = 0;
    int ends = 0;
    StockLevel level = StockLevel.UNKNOWN;
    for (Event event : shelf.events()) {
      StockLevel now = level.after((InventoryEvent) event);
      falls += now.isLow() && !level.isLow() ? 1 : 0;
      ends += now.isOut() && !level.isOut() ? 1 : 0;
      level = now;
    }
    assertThat(shelf.events()).filteredOn(LowStockAlert.class::isInstance).hasSize(falls);
    assertThat(shelf.events()).filteredOn(OutOfStock.class::isInstance).hasSize(ends);
  }

  @Property(tries = 400)
  void a_new_order_is_refused_only_if_too_little_is_left(
      @ForAll("commands") @Size(max = 40) List<InventoryCommand> commands) {
    Living<Inventory> shelf =
        new Living<>(Inventory.class, new Inventory(), Stocks.products(), Stocks.policies());
    commands.forEach(command -> shelf.send(command, Given.by(Given.STAFF)));
    int available = stock(shelf.events()).available();
    OrderId order = order(99);

    assertThat(reserve(shelf, available + 1, order)).isEqualTo(false);
    if (available > 0) {
      assertThat(reserve(shelf, available, order)).isEqualTo(true);
    }
  }

  @Provide
  Arbitrary<List<InventoryCommand>> commands() {
    Arbitrary<Integer> quantity = Arbitraries.integers().between(-2, 12);
    Arbitrary<OrderId> order = Arbitraries.of(order(1), order(2), order(3));
    return Arbitraries.<InventoryCommand>oneOf(
            quantity.map(count -> new SetInventoryQuantity(CHAI, null, count, "count")),
            quantity.map(by -> new AdjustInventory(CHAI, null, by - 5, "found")),
            quantity.map(mark -> new SetLowStockThreshold(CHAI, null, mark)),
            Combinators.combine(quantity, order)
                .as((some, of) -> new ReserveInventory(CHAI, null, some, of, null)),
            Combinators.combine(quantity, order.injectNull(0.2))
                .as((some, of) -> new ReleaseInventory(CHAI, null, some, "gone", of)),
            Combinators.combine(quantity, order)
                .as((some, of) -> new DeductInventory(CHAI, null, some, of)))
        .list();
  }

  /// What the stock may be after a command that was not refused: moved as it says, or, where it asks
  /// for what was done before, as it was; by a process as far as there is something to move.
  private static List<StockModel> outcomes(
      InventoryCommand command, StockModel stock, boolean process) {
    return switch (command) {
      case SetInventoryQuantity set -> List.of(new StockModel(set.quantity(), stock.reserved()));
      case AdjustInventory by ->
          List.of(new StockModel(stock.onHand() + by.adjustment(), stock.reserved()));
      case ReserveInventory(_, _, int quantity, _, _) ->
          IntStream.rangeClosed(0, quantity)
              .mapToObj(more -> new StockModel(stock.onHand(), stock.reserved() + more))
              .toList();
      case ReleaseInventory(_, _, int quantity, _, _) when process ->
          IntStream.rangeClosed(0, quantity)
              .mapToObj(less -> new StockModel(stock.onHand(), stock.reserved() - less))
              .toList();
      case ReleaseInventory(_, _, int quantity, _, _) ->
          List.of(stock, new StockModel(stock.onHand(), stock.reserved() - quantity));
      case DeductInventory(_, _, int quantity, _) -> deducted(quantity, stock);
      case SetLowStockThreshold _ -> List.of(stock);
    };
  }

  /// It leaves the shelf as far as it is there, the held pieces of it first.
  private static List<StockModel> deducted(int quantity, StockModel stock) {
    return IntStream.rangeClosed(0, quantity)
        .boxed()
        .flatMap(
            gone ->
                IntStream.rangeClosed(0, gone)
                    .mapToObj(
                        held -> new StockModel(stock.onHand() - gone, stock.reserved() - held)))
        .toList();
  }

  private static Object reserve(Living<Inventory> shelf, int quantity, OrderId order) {
    return shelf
        .send(new ReserveInventory(CHAI, null, quantity, order, null), Given.by(Given.PROCESS))
        .getPayload();
  }

  private static StockModel stock(List<Event> events) {
    StockModel stock = StockModel.NONE;
    for (Event event : events) {
      stock = StockModel.after(stock, (InventoryEvent) event);
    }
    return stock;
  }

  private static OrderId order(int number) {
    return OrderId.of(new UUID(0x0192f0c100007000L, 0x8000000000000000L + number));
  }
}
