package io.daybook.app.imports.northwind;

import io.daybook.app.imports.FigureComparison;
import io.daybook.app.imports.Figures;
import io.daybook.app.imports.Session;
import io.daybook.app.imports.northwind.Northwind.Product;
import io.daybook.order.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What the files say of the shop, beside what GraphQL says.
record NorthwindComparison(Northwind files, Session session, long position) {
  private static final String STOCK =
      """
      query ($product: ID!) {
        stock(productId: $product) { available }
        product(id: $product) { status }
      }
      """;
  private static final String CUSTOMER = "query ($id: ID!) { customer(id: $id) { status } }";
  private static final String CATEGORY = "query ($id: ID!) { category(id: $id) { name } }";

  List<FigureComparison> of(Figures expected, Figures found) throws InterruptedException {
    List<FigureComparison> all = new ArrayList<>(catalogue());
    all.add(FigureComparison.of("orders", expected.orders(), found.orders()));
    all.add(of("of these shipped", OrderStatus.SHIPPED, expected, found));
    all.add(of("of these confirmed, not shipped", OrderStatus.CONFIRMED, expected, found));
    all.add(FigureComparison.of("lines", expected.lines(), found.lines()));
    all.add(FigureComparison.of("units", expected.pieces(), found.pieces()));
    all.add(FigureComparison.of("amount after discounts", expected.goods(), found.goods()));
    all.add(FigureComparison.of("freight", expected.shipping(), found.shipping()));
    all.addAll(products());
    return all;
  }

  private static FigureComparison of(
      String name, OrderStatus status, Figures expected, Figures found) {
    return FigureComparison.of(name, expected.in(status), found.in(status));
  }

  private List<FigureComparison> catalogue() throws InterruptedException {
    int categories = 0;
    for (Northwind.Category category : files.categories()) {
      String id = session.ids().category(category.id()).value();
      String name = ask(CATEGORY, "id", id).at("/category/name").asString("");
      categories += name.equals(category.name()) ? 1 : 0;
    }
    int customers = 0;
    for (Northwind.Customer customer : files.customers()) {
      String id = session.ids().customer(customer.id()).value();
      String status = ask(CUSTOMER, "id", id).at("/customer/status").asString("");
      customers += status.equals("VERIFIED") ? 1 : 0;
    }
    return List.of(
        FigureComparison.of("categories", files.categories().size(), categories),
        FigureComparison.of("customers, verified", files.customers().size(), customers));
  }

  /// Sums would hide a surplus of one product behind the lack of another.
  private List<FigureComparison> products() throws InterruptedException {
    int stocked = 0;
    int offered = 0;
    for (Product product : files.products()) {
      JsonNode found = ask(STOCK, "product", session.ids().product(product.id()).value());
      stocked += found.at("/stock/available").asInt(-1) == product.unitsInStock() ? 1 : 0;
      String status = product.discontinued() ? "INACTIVE" : "ACTIVE";
      offered += found.at("/product/status").asString("").equals(status) ? 1 : 0;
    }
    return List.of(
        FigureComparison.of("products, on sale or discontinued", files.products().size(), offered),
        FigureComparison.of("products with units_in_stock left", files.products().size(), stocked));
  }

  private JsonNode ask(String query, String name, String id) throws InterruptedException {
    return session.client().query(session.staff(), query, Map.of(name, id), position);
  }
}
