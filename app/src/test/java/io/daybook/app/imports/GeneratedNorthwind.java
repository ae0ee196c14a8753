package io.daybook.app.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Files of the shape of Northwind's, and what they come to by a reckoning of its own.
public final class GeneratedNorthwind {
  private static final int CUSTOMERS = 9;
  private static final int PRODUCTS = 12;
  private static final int UNSHIPPED = 4;

  private final Random random = new Random(7);
  private final List<String> orderRows = new ArrayList<>();
  private final List<String> lineRows = new ArrayList<>();
  private BigDecimal amount = BigDecimal.ZERO;
  private BigDecimal freight = BigDecimal.ZERO;
  private int units;

  private GeneratedNorthwind() {}

  /// @param orders of which the last four are not shipped
  public static GeneratedNorthwind write(Path folder, int orders) throws IOException {
    GeneratedNorthwind shop = new GeneratedNorthwind();
    IntStream.range(0, orders).forEach(number -> shop.order(number, number < orders - UNSHIPPED));
    file(
        folder,
        "categories",
        "category_id,category_name,description",
        List.of("1,Tea,\"Black, green\"", "2,Coffee,"));
    file(
        folder,
        "products",
        "product_id,product_name,supplier_id,category_id,quantity_per_unit,unit_price,"
            + "units_in_stock,units_on_order,reorder_level,discontinued",
        IntStream.rangeClosed(1, PRODUCTS)
            .mapToObj(
                it ->
                    "%1$d,Tea %1$d,1,%2$d,10 bags,%1$d.50,%3$d,0,5,%4$d"
                        .formatted(it, 1 + it % 2, it % 4 * 10, it == 3 ? 1 : 0))
            .toList());
    file(
        folder,
        "customers",
        "customer_id,company_name,contact_name,contact_title,address,city,region,postal_code,"
            + "country,phone",
        IntStream.range(0, CUSTOMERS).mapToObj(GeneratedNorthwind::customer).toList());
    file(folder, "shippers", "shipper_id,company_name,phone", List.of("1,Speedy,1", "2,United,2"));
    file(
        folder,
        "orders",
        "order_id,customer_id,order_date,required_date,shipped_date,ship_via,freight,ship_name,"
            + "ship_address,ship_city,ship_region,ship_postal_code,ship_country",
        shop.orderRows);
    file(
        folder, "order_details", "order_id,product_id,unit_price,quantity,discount", shop.lineRows);
    return shop;
  }

  public int lines() {
    return lineRows.size();
  }

  public int units() {
    return units;
  }

  public BigDecimal amount() {
    return amount;
  }

  public BigDecimal freight() {
    return freight;
  }

  private void order(int number, boolean shipped) {
    LocalDate date = LocalDate.of(1996, 7, 4).plusDays(number / 2);
    BigDecimal cost = BigDecimal.valueOf(random.nextInt(10_000), 2);
    freight = freight.add(cost);
    int customer = random.nextInt(CUSTOMERS);
    String address = number % 5 == 0 ? "Elsewhere 5,Bern,,3012,Switzerland" : address(customer);
    orderRows.add(
        "%d,C%d,%s,%s,%s,%d,%s,Company %d,%s"
            .formatted(
                1000 + number,
                customer,
                date,
                date.plusDays(30),
                shipped ? date.plusDays(3) : "",
                1 + number % 2,
                cost,
                customer,
                address));
    int first = random.nextInt(PRODUCTS);
    for (int line = 0; line <= random.nextInt(3); line++) {
      line(1000 + number, 1 + (first + line) % PRODUCTS);
    }
  }

  private void line(int order, int product) {
    BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(9_000), 2);
    int quantity = 1 + random.nextInt(40);
    BigDecimal discount = BigDecimal.valueOf(random.nextInt(6) * 5L, 2);
    units += quantity;
    amount =
        amount.add(
            price
                .multiply(BigDecimal.valueOf(quantity))
                .multiply(BigDecimal.ONE.subtract(discount))
                .setScale(2, RoundingMode.HALF_UP));
    lineRows.add("%d,%d,%s,%d,%s".formatted(order, product, price, quantity, discount));
  }

  private static String customer(int number) {
    return "C%d,Company %d,Anna Bertha Coe %d,Owner,%s,555"
        .formatted(number, number, number, address(number));
  }

  private static String address(int number) {
    return number % 2 == 0
        ? "\"Main St. 1, left\",Madrid,,8022,Spain"
        : "Cork Rd.,Cork,Co. Cork,,Ireland";
  }

  private static void file(Path folder, String name, String heading, List<String> rows)
      throws IOException {
    Files.writeString(
        folder.resolve(name + ".csv"), heading + "\n" + String.join("\n", rows) + "\n");
  }
}
