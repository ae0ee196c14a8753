package io.daybook.app.imports.purchases;

import io.daybook.app.imports.DerivedIds;
import io.daybook.app.imports.FigureComparison;
import io.daybook.app.imports.Figures;
import io.daybook.app.imports.ImportedOrder;
import io.daybook.app.imports.Session;
import io.daybook.app.imports.Source;
import io.daybook.app.imports.csv.Defects;
import io.daybook.kernel.Money;
import io.daybook.order.OrderStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Every row is an order of one line and one piece, at the row's amount. The orders stay pending: the
/// file does not say when anything was sent.
public final class PurchaseSource implements Source {
  private final List<Purchase> purchases;
  private final DerivedIds ids;
  private final String fingerprint;
  private List<String> keys;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Set<String> firstSeenNow = ConcurrentHashMap.newKeySet();

  PurchaseSource(List<Purchase> purchases, DerivedIds ids, String fingerprint) {
    this.purchases = purchases;
    this.ids = ids;
    this.fingerprint = fingerprint;
    this.keys = OrderKeys.byContent(purchases);
  }

  /// @throws io.daybook.app.Failure naming all that is wrong with the file
  public static PurchaseSource read(Path file, DerivedIds ids, LocalDate today, Defects defects) {
    List<Purchase> purchases = new PurchaseFile(file, today, defects).read();
    defects.refuseIfAny();
    return new PurchaseSource(purchases, ids, DerivedIds.fingerprint(List.of(file)));
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int size() {
    return purchases.size();
  }

  @Override
  public int pilot() {
    return IntStream.range(0, size()).filter(this::isSellable).findFirst().orElse(size() - 1);
  }

  @Override
  public String lane(int row) {
    return purchases.get(row).customerId();
  }

  @Override
  public String place(int row) {
    return "line " + purchases.get(row).line();
  }

  /// A file that Daybook imported when ids followed from the line keeps those ids: its orders are in the
  /// shop under them.
  @Override
  public void recognise(Session session) throws InterruptedException {
    keys = OrderKeys.byLine(purchases);
    if (!isInShop(session, pilot())) {
      keys = OrderKeys.byContent(purchases);
    }
  }

  private boolean isInShop(Session session, int row) throws InterruptedException {
    Purchase purchase = purchases.get(row);
    JsonNode order =
        session
            .client()
            .query(
                session.staff(),
                "query ($id: ID!) { order(id: $id) { createdAt customerId subtotal { amountMinor }"
                    + " } }",
                Map.of("id", order(row).orderId().toString()),
                0)
            .path("order");
    return order.path("customerId").asString("").equals(order(row).customerId().toString())
        && order.at("/subtotal/amountMinor").asLong(-1) == purchase.amount().amountMinor()
        && Instant.parse(order.path("createdAt").asString()).equals(purchase.at());
  }

  @Override
  public ImportedOrder order(int row) {
    Purchase purchase = purchases.get(row);
    String key = keys.get(row);
    ImportedOrder.Line line =
        new ImportedOrder.Line(
            ids.cartItem(key),
            PurchaseShop.productOf(ids, purchase.customerId()),
            1,
            purchase.amount(),
            null,
            Map.of("units", Integer.toString(purchase.units())));
    return new ImportedOrder(
        ids.order(key),
        ids.cart(key),
        ids.customer(purchase.customerId()),
        PurchaseShop.address(ids, purchase.customerId()),
        List.of(line),
        Money.zero(Purchase.CURRENCY),
        purchase.at(),
        null,
        null);
  }

  @Override
  public boolean open(Session session) throws InterruptedException {
    return PurchaseShop.open(session, purchases.getFirst().at());
  }

  /// A customer's rows come one after another, so nobody is registered twice.
  @Override
  public boolean prepare(Session session, int row) throws InterruptedException {
    Purchase purchase = purchases.get(row);
    if (!known.contains(purchase.customerId())) {
      if (PurchaseShop.register(session, purchase)) {
        firstSeenNow.add(purchase.customerId());
      }
      known.add(purchase.customerId());
    }
    return firstSeenNow.contains(purchase.customerId());
  }

  @Override
  public long close(Session session) throws InterruptedException {
    return session.send(purchases.getFirst().at(), PurchaseShop.category(ids)).position();
  }

  @Override
  public Figures expected() {
    Money none = Money.zero(Purchase.CURRENCY);
    return purchases.stream()
        .filter(it -> it.amount().isPositive())
        .map(
            it ->
                new Figures(
                    1, 1, 1, it.amount(), none, it.units(), Map.of(OrderStatus.PENDING, 1L)))
        .reduce(Figures.none(none), Figures::plus);
  }

  @Override
  public List<Integer> expectedRefusals() {
    return IntStream.range(0, size()).filter(row -> !isSellable(row)).boxed().toList();
  }

  @Override
  public List<FigureComparison> compare(Session session, Figures found, long position) {
    Figures expected = expected();
    return List.of(
        FigureComparison.of("orders", expected.orders(), found.orders()),
        FigureComparison.of(
            "of these pending", expected.in(OrderStatus.PENDING), found.in(OrderStatus.PENDING)),
        FigureComparison.of("lines", expected.lines(), found.lines()),
        FigureComparison.of("pieces", expected.pieces(), found.pieces()),
        FigureComparison.of("units (attribute of the lines)", expected.units(), found.units()),
        FigureComparison.of("amount", expected.goods(), found.goods()),
        FigureComparison.of("shipping", expected.shipping(), found.shipping()));
  }

  private boolean isSellable(int row) {
    return purchases.get(row).amount().isPositive();
  }
}
