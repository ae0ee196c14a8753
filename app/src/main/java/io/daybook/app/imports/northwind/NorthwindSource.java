package io.daybook.app.imports.northwind;

import io.daybook.app.imports.DerivedIds;
import io.daybook.app.imports.FigureComparison;
import io.daybook.app.imports.Figures;
import io.daybook.app.imports.ImportedOrder;
import io.daybook.app.imports.ImportedOrder.Shipment;
import io.daybook.app.imports.Session;
import io.daybook.app.imports.Source;
import io.daybook.app.imports.csv.Defects;
import io.daybook.app.imports.northwind.Northwind.Line;
import io.daybook.app.imports.northwind.Northwind.Order;
import io.daybook.customer.Address;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.AddressId;
import io.daybook.order.OrderStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The orders of the Northwind files, in the order of their dates. All are confirmed on the day of the
/// order; those without a date of shipping stay confirmed.
public final class NorthwindSource implements Source {
  private final Northwind files;
  private final DerivedIds ids;
  private final String fingerprint;

  NorthwindSource(Northwind files, DerivedIds ids, String fingerprint) {
    this.files = files;
    this.ids = ids;
    this.fingerprint = fingerprint;
  }

  /// @throws io.daybook.app.Failure naming all that is wrong with the files
  public static NorthwindSource read(
      Path folder, DerivedIds ids, LocalDate today, Defects defects) {
    Northwind files = new NorthwindFiles(folder, today, defects).read();
    defects.refuseIfAny();
    List<Path> paths =
        NorthwindFiles.NAMES.stream().map(name -> folder.resolve(name + ".csv")).toList();
    return new NorthwindSource(files, ids, DerivedIds.fingerprint(paths));
  }

  static AddressId addressId(DerivedIds ids, String customer, Address address) {
    return ids.address(customer + "\0" + address);
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public int size() {
    return files.orders().size();
  }

  @Override
  public int pilot() {
    return 0;
  }

  @Override
  public String lane(int row) {
    return files.orders().get(row).customerId();
  }

  @Override
  public String place(int row) {
    return "order " + files.orders().get(row).id();
  }

  @Override
  public ImportedOrder order(int row) {
    Order order = files.orders().get(row);
    return new ImportedOrder(
        ids.order(order.id()),
        ids.cart(order.id()),
        ids.customer(order.customerId()),
        addressId(ids, order.customerId(), order.address()),
        order.lines().stream().map(line -> line(order, line)).toList(),
        order.freight(),
        order.orderedAt(),
        order.orderedAt(),
        shipment(order));
  }

  /// The files number their orders and all else.
  @Override
  public void recognise(Session session) {}

  /// Files of another month may hold some of these orders as well.
  @Override
  public boolean open(Session session) throws InterruptedException {
    new NorthwindShop(files, session).open();
    return false;
  }

  @Override
  public boolean prepare(Session session, int row) {
    return false;
  }

  @Override
  public long close(Session session) throws InterruptedException {
    new NorthwindShop(files, session).discontinue();
    return session
        .send(files.openedAt(), NorthwindShop.creation(files.categories().getFirst(), ids))
        .position();
  }

  @Override
  public Figures expected() {
    Figures none = Figures.none(Money.zero(Northwind.CURRENCY));
    return files.orders().stream().map(NorthwindSource::figures).reduce(none, Figures::plus);
  }

  @Override
  public List<Integer> expectedRefusals() {
    return List.of();
  }

  @Override
  public List<FigureComparison> compare(Session session, Figures found, long position)
      throws InterruptedException {
    return new NorthwindComparison(files, session, position).of(expected(), found);
  }

  private ImportedOrder.Line line(Order order, Line line) {
    return new ImportedOrder.Line(
        ids.cartItem(order.id() + "/" + line.productId()),
        ids.product(line.productId()),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        Map.of());
  }

  /// The files know no tracking numbers; the order's own number stands for it.
  private static @Nullable Shipment shipment(Order order) {
    Instant at = order.shippedAt();
    return at == null ? null : new Shipment("NW-" + order.id(), order.carrier(), at);
  }

  private static Figures figures(Order order) {
    Money none = Money.zero(Northwind.CURRENCY);
    OrderStatus status = order.shippedAt() == null ? OrderStatus.CONFIRMED : OrderStatus.SHIPPED;
    return new Figures(
        1,
        order.lines().size(),
        order.lines().stream().mapToInt(Line::quantity).sum(),
        order.lines().stream().map(Line::total).reduce(none, Money::plus),
        order.freight(),
        0,
        Map.of(status, 1L));
  }
}
