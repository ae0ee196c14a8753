package io.daybook.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.ExitCode;
import io.daybook.app.cli.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
