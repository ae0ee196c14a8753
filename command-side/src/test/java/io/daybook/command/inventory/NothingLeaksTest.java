package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.CHAI;
import static io.daybook.command.inventory.Stocks.ORDER;
import static io.daybook.command.inventory.Stocks.OTHER_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.Living;
import io.daybook.inventory.InventoryCommand;
import io.daybook.inventory.InventoryCommand.AdjustInventory;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryEvent;
import io.daybook.inventory.InventoryEvent.InventoryDeducted;
import io.daybook.inventory.InventoryEvent.InventoryReleased;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Event;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/// Whatever staff and the expiring of time do to the holds of an order meanwhile.
class NothingLeaksTest {
  private static final int WANTED = 5;
  private static final int MUCH = 1_000;

  @FunctionalInterface
  interface OfOrder<T> {
    T of(ProductId product, @Nullable VariantId variant, int quantity, OrderId order);
  }

  record Sent(InventoryCommand command, Actor by) {}

  private Living<Inventory> shelf = empty();

  @BeforeTry
  void the_shelf_is_empty() {
    shelf = empty();
  }

  @Property(tries = 400)
  void reserved_is_the_sum_of_what_the_orders_hold(
      @ForAll("anything") @Size(max = 40) List<Sent> commands) {
    for (Sent sent : commands) {
      send(sent);
      assertThat(holds().values()).allMatch(held -> held >= 0);
      assertThat(stock().reserved()).isEqualTo(holds().values().stream().mapToInt(i -> i).sum());
      assertThat(stock().available()).isNotNegative();
    }
  }

  @Property(tries = 400)
  void a_cancelled_order_holds_nothing(
      @ForAll("meanwhile") @Size(max = 10) List<Sent> before,
      @ForAll("meanwhile") @Size(max = 20) List<Sent> after) {
    placed(before);
    after.forEach(this::send);

    process(new ReleaseInventory(CHAI, null, WANTED, "cancelled", ORDER));

    assertThat(held(ORDER)).isZero();
  }

  @Property(tries = 400)
  void a_shipped_order_leaves_the_shelf_once_and_holds_nothing_for_ever(
      @ForAll("meanwhile") @Size(max = 10) List<Sent> before,
      @ForAll("meanwhile") @Size(max = 20) List<Sent> after) {
    placed(before);
    after.forEach(this::send);
    int onHand = stock().onHand();
    int gone = Math.min(WANTED, held(ORDER) + stock().available());
    int heldBeside = Math.max(0, held(ORDER) - WANTED);

    assertThat(process(new DeductInventory(CHAI, null, WANTED, ORDER))).isEqualTo(gone);
    assertThat(stock().onHand()).isEqualTo(onHand - gone);
    assertThat(held(ORDER)).isEqualTo(heldBeside);

    process(new ReleaseInventory(CHAI, null, MUCH, "EXPIRED", ORDER), Stocks.EXPIRY);
    assertThat(held(ORDER)).isZero();
    if (gone > 0) {
      process(new DeductInventory(CHAI, null, WANTED, ORDER));
      assertThat(stock().onHand()).isEqualTo(onHand - gone);
    }
  }

  @Property(tries = 400)
  void only_who_names_a_placed_order_can_take_from_its_hold(
      @ForAll("meanwhile") @Size(max = 10) List<Sent> before,
      @ForAll("unnamed") @Size(max = 20) List<Sent> after) {
    placed(before);
    after.forEach(this::send);

    assertThat(held(ORDER)).isGreaterThanOrEqualTo(WANTED);
  }

  @Provide
  Arbitrary<List<Sent>> anything() {
    Arbitrary<Sent> byProcess =
        Arbitraries.<InventoryCommand>oneOf(
                reservations(), releases(), ordered(DeductInventory::new))
            .map(command -> new Sent(command, Given.PROCESS));
    return Arbitraries.oneOf(one(), byProcess).list();
  }

  @Provide
  Arbitrary<List<Sent>> meanwhile() {
    return one().list();
  }

  @Provide
  Arbitrary<List<Sent>> unnamed() {
    return one()
        .filter(
            sent ->
                !sent.by().equals(Given.STAFF)
                    || !(sent.command() instanceof ReleaseInventory release)
                    || release.orderId() == null)
        .list();
  }

  private static Arbitrary<Sent> one() {
    Arbitrary<Sent> byStaff =
        Arbitraries.<InventoryCommand>oneOf(
                quantity().map(by -> new AdjustInventory(CHAI, null, by - 6, "found")),
                quantity().map(some -> new ReleaseInventory(CHAI, null, some, "gone", null)),
                reservations(),
                releases())
            .map(command -> new Sent(command, Given.STAFF));
    Arbitrary<Sent> byTime = releases().map(release -> new Sent(release, Stocks.EXPIRY));
    return Arbitraries.oneOf(byStaff, byTime);
  }

  private static Arbitrary<ReserveInventory> reservations() {
    return ordered(
        (product, of, some, order) -> new ReserveInventory(product, of, some, order, null));
  }

  private static Arbitrary<ReleaseInventory> releases() {
    return ordered(
        (product, of, some, order) -> new ReleaseInventory(product, of, some, "x", order));
  }

  private static <T> Arbitrary<T> ordered(OfOrder<T> command) {
    return Combinators.combine(quantity(), Arbitraries.of(ORDER, OTHER_ORDER))
        .as((some, order) -> command.of(CHAI, null, some, order));
  }

  private static Arbitrary<Integer> quantity() {
    return Arbitraries.integers().between(1, 12);
  }

  /// The order counts on what it wants from now on, as a placement sees to it.
  private void placed(List<Sent> before) {
    send(new Sent(new SetInventoryQuantity(CHAI, null, 20, "count"), Given.STAFF));
    before.forEach(this::send);
    send(new Sent(new AdjustInventory(CHAI, null, WANTED, "found"), Given.STAFF));
    assertThat(process(new ReserveInventory(CHAI, null, WANTED, ORDER, null))).isEqualTo(true);
  }

  private Object process(InventoryCommand command) {
    return process(command, Given.PROCESS);
  }

  private Object process(InventoryCommand command, Actor by) {
    return shelf.send(command, Given.by(by)).getPayload();
  }

  private static Living<Inventory> empty() {
    return new Living<>(Inventory.class, new Inventory(), Stocks.products(), Stocks.policies());
  }

  private void send(Sent sent) {
    shelf.send(sent.command(), Given.by(sent.by()));
  }

  private StockModel stock() {
    StockModel stock = StockModel.NONE;
    for (Event event : shelf.events()) {
      stock = StockModel.after(stock, (InventoryEvent) event);
    }
    return stock;
  }

  private int held(OrderId order) {
    return holds().getOrDefault(order, 0);
  }

  private Map<OrderId, Integer> holds() {
    Map<OrderId, Integer> holds = new HashMap<>();
    for (Event event : shelf.events()) {
      switch (event) {
        case InventoryReserved e -> holds.merge(e.orderId(), e.quantity(), Integer::sum);
        case InventoryReleased e -> holds.merge(e.orderId(), -e.quantity(), Integer::sum);
        case InventoryDeducted e -> holds.merge(e.orderId(), -e.quantity(), Integer::sum);
        default -> {} // moves no hold
      }
    }
    return holds;
  }
}
