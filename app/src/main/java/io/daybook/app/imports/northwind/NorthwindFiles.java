package io.daybook.app.imports.northwind;

import io.daybook.app.imports.csv.CsvFile;
import io.daybook.app.imports.csv.Defect;
import io.daybook.app.imports.csv.Defects;
import io.daybook.app.imports.csv.Row;
import io.daybook.app.imports.northwind.Northwind.Category;
import io.daybook.app.imports.northwind.Northwind.Customer;
import io.daybook.app.imports.northwind.Northwind.Line;
import io.daybook.app.imports.northwind.Northwind.Order;
import io.daybook.app.imports.northwind.Northwind.Product;
import io.daybook.customer.Address;
import io.daybook.kernel.Money;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the six files and finds all that is wrong with them, before anything is written.
final class NorthwindFiles {
  static final List<String> NAMES =
      List.of("categories", "products", "customers", "shippers", "order_details", "orders");
  private static final String UNIQUE = "must not be there twice";

  private final Path folder;
  private final LocalDate today;
  private final Defects defects;
  private final Set<String> categories = new HashSet<>();
  private final Set<String> products = new HashSet<>();
  private final Set<String> customers = new HashSet<>();
  private final Map<String, String> shippers = new HashMap<>();
  private final Map<String, List<Line>> lines = new HashMap<>();
  private final Set<String> orders = new HashSet<>();

  NorthwindFiles(Path folder, LocalDate today, Defects defects) {
    this.folder = folder;
    this.today = today;
    this.defects = defects;
  }

  Northwind read() {
    List<Category> categoryRows =
        file("categories", this::category, "category_id", "category_name");
    List<Product> productRows =
        file(
            "products",
            this::product,
            "product_id",
            "product_name",
            "category_id",
            "quantity_per_unit",
            "unit_price",
            "units_in_stock",
            "reorder_level",
            "discontinued");
    List<Customer> customerRows =
        file(
            "customers",
            this::customer,
            "customer_id",
            "company_name",
            "contact_name",
            "address",
            "city",
            "region",
            "postal_code",
            "country");
    file("shippers", this::shipper, "shipper_id", "company_name");
    file(
        "order_details",
        this::line,
        "order_id",
        "product_id",
        "unit_price",
        "quantity",
        "discount");
    List<Order> orderRows =
        file(
            "orders",
            this::order,
            "order_id",
            "customer_id",
            "order_date",
            "shipped_date",
            "ship_via",
            "freight",
            "ship_name",
            "ship_address",
            "ship_city",
            "ship_region",
            "ship_postal_code",
            "ship_country");
    file("order_details", this::orderOfLine, "order_id");
    if (orderRows.isEmpty()) {
      defects.add(Defect.empty("orders.csv"));
    }
    orderRows.sort(Comparator.comparing(Order::orderedAt));
    return new Northwind(categoryRows, productRows, customerRows, orderRows);
  }

  private <T> List<T> file(String name, Function<Row, T> reading, String... columns) {
    CsvFile file = new CsvFile(folder.resolve(name + ".csv"), List.of(columns), today, defects);
    return new ArrayList<>(file.read(reading));
  }

  private Category category(Row row) {
    String id = row.text("category_id");
    row.require("category_id", _ -> categories.add(id), UNIQUE);
    return new Category(id, row.text("category_name"));
  }

  private Product product(Row row) {
    String id = row.text("product_id");
    row.require("product_id", _ -> products.add(id), UNIQUE);
    row.require("category_id", categories::contains, "must be one of categories.csv");
    return new Product(
        id,
        row.text("product_name"),
        row.text("category_id"),
        row.textOrEmpty("quantity_per_unit"),
        price(row),
        row.count("units_in_stock"),
        row.count("reorder_level"),
        row.flag("discontinued"));
  }

  private Customer customer(Row row) {
    String id = row.text("customer_id");
    row.require("customer_id", _ -> customers.add(id), UNIQUE);
    row.require(
        "customer_id", it -> it.matches("[A-Za-z0-9._-]{1,64}"), "must fit an e-mail address");
    String name = row.text("contact_name");
    int blank = name.indexOf(' ');
    Address address =
        Places.address(
            row.text("company_name"),
            row.text("address"),
            row.text("city"),
            row.textOrEmpty("region"),
            row.textOrEmpty("postal_code"),
            country(row, "country"));
    return blank < 0
        ? new Customer(id, name, name, address)
        : new Customer(id, name.substring(0, blank), name.substring(blank + 1).strip(), address);
  }

  private String shipper(Row row) {
    String id = row.text("shipper_id");
    row.require("shipper_id", it -> !shippers.containsKey(it), UNIQUE);
    return String.valueOf(shippers.put(id, row.text("company_name")));
  }

  private Line line(Row row) {
    String product = row.text("product_id");
    List<Line> sameOrder = lines.computeIfAbsent(row.text("order_id"), _ -> new ArrayList<>());
    row.require("product_id", products::contains, "must be one of products.csv");
    row.require(
        "product_id",
        it -> sameOrder.stream().noneMatch(line -> line.productId().equals(it)),
        "must be on one line of an order only");
    row.require("quantity", it -> !it.equals("0"), "must be at least 1");
    Line line = new Line(product, price(row), row.count("quantity"), row.fraction("discount"));
    sameOrder.add(line);
    return line;
  }

  private Order order(Row row) {
    String id = row.text("order_id");
    row.require("order_id", _ -> orders.add(id), UNIQUE);
    row.require("order_id", lines::containsKey, "must have a line in order_details.csv");
    row.require("customer_id", customers::contains, "must be one of customers.csv");
    row.require("ship_via", shippers::containsKey, "must be one of shippers.csv");
    row.require("freight", it -> !it.startsWith("-"), "must not be negative");
    return new Order(
        id,
        row.text("customer_id"),
        instant(row.date("order_date")),
        shippedAt(row),
        shippers.getOrDefault(row.text("ship_via"), ""),
        Money.ofMajor(row.amount("freight"), Northwind.CURRENCY),
        Places.address(
            row.text("ship_name"),
            row.text("ship_address"),
            row.text("ship_city"),
            row.textOrEmpty("ship_region"),
            row.textOrEmpty("ship_postal_code"),
            country(row, "ship_country")),
        List.copyOf(lines.getOrDefault(id, List.of())));
  }

  private boolean orderOfLine(Row row) {
    return row.require("order_id", orders::contains, "must be one of orders.csv");
  }

  private static @Nullable Instant shippedAt(Row row) {
    LocalDate date = row.dateOrNone("shipped_date");
    if (date == null) {
      return null;
    }
    row.require(
        "shipped_date",
        _ -> !date.isBefore(row.date("order_date")),
        "must not be before the order");
    return instant(date);
  }

  private static Money price(Row row) {
    Money price = Money.ofMajor(row.amount("unit_price"), Northwind.CURRENCY);
    row.require("unit_price", _ -> price.isPositive(), "must be at least 0.01");
    return price;
  }

  private static String country(Row row, String column) {
    row.require(column, it -> Places.code(it).isPresent(), "must be the name of a country");
    return Places.code(row.textOrEmpty(column)).orElse("");
  }

  private static Instant instant(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
