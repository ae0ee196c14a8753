package io.daybook.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.ExitCode;
import io.daybook.app.cli.RunningServer;
import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.app.imports.csv.Defects;
import io.daybook.kernel.Actor;
import io.daybook.kernel.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports through the real server on its own database.
class ImportTest {
  private static final int ORDERS = 50;

  @TempDir private Path folder;
  @TempDir private Path data;

  @RepeatedTest(2)
  void a_shop_ends_with_the_figures_of_its_files() throws Exception {
    try (RunningServer server = RunningServer.on(data, 0)) {
      assertThat(server.isOwn()).isTrue();
      importShop(GeneratedNorthwind.write(folder, ORDERS));
    }
  }

  private void importShop(GeneratedNorthwind shop) throws IOException {
    ImportCall first = ImportCall.of("northwind", folder, data);
    assertThat(first.status()).as(first.out()).isZero();
    assertThat(first.figures())
        .contains(
            "orders 50 50 OK",
            "of these shipped 46 46 OK",
            "of these confirmed, not shipped 4 4 OK",
            "lines %1$,d %1$,d OK".formatted(shop.lines()),
            "units %1$,d %1$,d OK".formatted(shop.units()),
            "amount after discounts %1$,.2f USD %1$,.2f USD OK".formatted(shop.amount()),
            "freight %1$,.2f USD %1$,.2f USD OK".formatted(shop.freight()),
            "products with units_in_stock left 12 12 OK");
    assertThat(again("northwind", folder)).isEqualTo(first.figures());
  }

  @RepeatedTest(2)
  void every_purchase_is_an_order_or_is_refused_by_its_line() throws Exception {
    try (RunningServer server = RunningServer.on(data, 0)) {
      assertThat(server.isOwn()).isTrue();
      importPurchases(GeneratedPurchases.write(folder.resolve("some.csv"), ORDERS));
    }
  }

  private void importPurchases(GeneratedPurchases file) throws IOException {
    ImportCall first = ImportCall.of("purchases", file.file(), data);
    assertThat(first.status()).as(first.out()).isZero();
    assertThat(first.figures())
        .contains(
            "orders %1$d %1$d OK".formatted(file.sold()),
            "units (attribute of the lines) %1$d %1$d OK".formatted(file.units()),
            "amount %1$,.2f USD %1$,.2f USD OK".formatted(file.amount()));
    assertThat(first.out().lines().filter(line -> line.startsWith("refused  line")))
        .extracting(line -> line.substring(0, line.indexOf("  A")))
        .containsExactlyElementsOf(
            file.free().stream().map("refused  line %d  INVALID_PRICE"::formatted).toList());
    assertThat(again("purchases", file.file())).isEqualTo(first.figures());
  }

  /// A second month is not taken for the first, and a file that holds both brings nothing twice.
  @Test
  void a_second_file_is_another_history() throws Exception {
    Path january = purchases("january", "1,1997-01-01,1,5.00", "2,1997-01-02,1,7.00");
    Path february = purchases("february", "1,1997-02-01,1,5.00", "2,1997-02-02,1,8.00");
    Path both =
        purchases("both", "1,1997-02-01,1,5.00", "3,1997-03-01,1,9.00", "1,1997-01-01,1,5.00");
    try (RunningServer server = RunningServer.on(data, 0)) {
      assertThat(server.isOwn()).isTrue();
      for (Path file : List.of(january, february, both, january)) {
        ImportCall call = ImportCall.of("purchases", file, data);
        assertThat(call.status()).as(call.out()).isZero();
      }
      try (ShopClient client = new ShopClient(server.baseUrl())) {
        Sender staff = new Sender(TenantId.DEFAULT, Actor.staff("test"), null);
        assertThat(
                client
                    .query(staff, "{ orders(first: 9) { edges { node { id } } } }", Map.of(), 0)
                    .at("/orders/edges"))
            .hasSize(5);
      }
    }
  }

  /// Until November 2026 the ids of an order followed from its line.
  @Test
  void what_was_imported_by_its_lines_is_known_again() throws Exception {
    Path file = purchases("january", "1,1997-01-01,1,5.00", "2,1997-01-02,1,7.00");
    DerivedIds ids = new DerivedIds(TenantId.DEFAULT, "purchases");
    try (RunningServer server = RunningServer.on(data, 0);
        ShopClient client = new ShopClient(server.baseUrl())) {
      ImportCall.of("purchases", file, data);
      Sender staff = new Sender(TenantId.DEFAULT, Actor.staff("import"), null);
      ImportedOrder first =
          Format.purchases.read(file, ids, LocalDate.of(2026, 11, 26), new Defects(null)).order(0);
      ImportedOrder byLine =
          new ImportedOrder(
              ids.order("2"),
              ids.cart("2"),
              first.customerId(),
              first.addressId(),
              List.of(
                  new ImportedOrder.Line(
                      ids.cartItem("2"),
                      first.lines().getFirst().productId(),
                      1,
                      first.lines().getFirst().unitPrice(),
                      null,
                      Map.of())),
              first.shippingCost(),
              first.placedAt(),
              null,
              null);
      assertThat(new OrderFlow(client, staff).bring(byLine, true)).isEmpty();
      Source again =
          Format.purchases.read(file, ids, LocalDate.of(2026, 11, 26), new Defects(null));
      again.recognise(new Session(client, staff, ids));
      assertThat(again.order(0).orderId()).isEqualTo(ids.order("2"));
    }
  }

  private Path purchases(String name, String... rows) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".csv"),
        "customer_id,date,units,amount\n" + String.join("\n", rows) + "\n");
  }

  @Test
  void wrong_input_is_refused_before_anything_is_written() throws IOException {
    GeneratedNorthwind.write(folder, ORDERS);
    Path orders = folder.resolve("orders.csv");
    Files.writeString(orders, Files.readString(orders).replaceFirst("1996-07-05", "1996-07-32"));
    ImportCall refused = ImportCall.of("northwind", folder, data.resolve("none"));
    assertThat(refused.status()).isEqualTo(ExitCode.FAILED.status());
    assertThat(data.resolve("none")).doesNotExist();
  }

  /// Once with the checkpoint and once without: both find everything done.
  private List<String> again(String format, Path input) throws IOException {
    ImportCall with = ImportCall.of(format, input, data);
    try (Stream<Path> checkpoints = Files.list(data.resolve("imports"))) {
      for (Path file : checkpoints.toList()) {
        Files.delete(file);
      }
    }
    ImportCall without = ImportCall.of(format, input, data);
    assertThat(without.figures()).isEqualTo(with.figures());
    assertThat(without.refusals()).isEqualTo(with.refusals());
    assertThat(without.status()).isZero();
    return without.figures();
  }
}
