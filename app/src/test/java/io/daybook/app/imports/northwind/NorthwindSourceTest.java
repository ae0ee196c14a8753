package io.daybook.app.imports.northwind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.imports.DerivedIds;
import io.daybook.app.imports.Figures;
import io.daybook.app.imports.GeneratedNorthwind;
import io.daybook.app.imports.ImportedOrder;
import io.daybook.app.imports.csv.Defects;
import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import io.daybook.order.OrderStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NorthwindSourceTest {
  private final DerivedIds ids = new DerivedIds(TenantId.DEFAULT, "northwind");

  @TempDir private Path folder;
  private GeneratedNorthwind files;

  @BeforeEach
  void write() throws IOException {
    files = GeneratedNorthwind.write(folder, 20);
  }

  @Test
  void the_figures_are_those_of_the_files() {
    Figures figures = read().expected();
    assertThat(figures.orders()).isEqualTo(20);
    assertThat(figures.lines()).isEqualTo(files.lines());
    assertThat(figures.pieces()).isEqualTo(files.units());
    assertThat(figures.goods()).isEqualTo(Money.ofMajor(files.amount(), Northwind.CURRENCY));
    assertThat(figures.shipping()).isEqualTo(Money.ofMajor(files.freight(), Northwind.CURRENCY));
    assertThat(figures.in(OrderStatus.SHIPPED)).isEqualTo(16);
    assertThat(figures.in(OrderStatus.CONFIRMED)).isEqualTo(4);
  }

  @Test
  void orders_come_in_the_order_of_their_dates() throws IOException {
    replace("orders", "^1000,(C\\d),1996-07-04,", "1000,$1,1996-07-09,");
    replace("orders", "^(1000,.*),1996-07-07,", "$1,1996-07-20,");
    NorthwindSource source = read();
    assertThat(IntStream.range(0, source.size()).mapToObj(row -> source.order(row).placedAt()))
        .isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(source.order(0).orderId()).isEqualTo(ids.order("1001"));
  }

  @Test
  void an_order_is_dated_confirmed_and_shipped_as_in_the_files() {
    ImportedOrder first = read().order(0);
    assertThat(first.placedAt()).isEqualTo(Instant.parse("1996-07-04T00:00:00Z"));
    assertThat(first.confirmedAt()).isEqualTo(first.placedAt());
    assertThat(first.shipment())
        .isEqualTo(
            new ImportedOrder.Shipment("NW-1000", "Speedy", Instant.parse("1996-07-07T00:00:00Z")));
    assertThat(read().order(19).shipment()).isNull();
  }

  @Test
  void an_order_that_goes_elsewhere_has_an_address_of_its_own() {
    NorthwindSource source = read();
    assertThat(IntStream.range(0, 20).mapToObj(row -> source.order(row).addressId()).distinct())
        .hasSizeGreaterThan(9);
  }

  @ParameterizedTest
  @CsvSource({
    "products,      '^1,Tea 1,1,2',         '1,Tea 1,1,9',        2, category_id",
    "products,      '^2,Tea 2',             '1,Tea 2',            3, product_id",
    "products,      ',2\\.50,',             ',2.505,',            3, unit_price",
    "products,      ',2\\.50,',             ',0.00,',             3, unit_price",
    "customers,     'Spain',                'Atlantis',           2, country",
    "order_details, '^(1000,)\\d+',         '$1 99',              2, product_id",
    "order_details, '^1000,',               '999,',               2, order_id",
    "order_details, '^(1000,.*),\\d+,(.*)', '$1,0,$2',            2, quantity",
    "order_details, '^(1000,.*),.*$',       '$1,1.5',             2, discount",
    "orders,        '^1000,C\\d',           '1000,NOBODY',        2, customer_id",
    "orders,        '^1001,',               '1000,',              3, order_id",
    "orders,        '1996-07-04,',          '1996-02-30,',        2, order_date",
    "orders,        '1996-07-07,1,',        '1996-07-01,1,',      2, shipped_date",
    "orders,        '1996-07-07,1,',        '1996-07-07,7,',      2, ship_via",
    "orders,        'Switzerland',          'Helvetia',           2, ship_country",
  })
  void what_is_wrong_is_told_by_file_line_and_column(
      String file, String pattern, String replacement, int line, String column) throws IOException {
    replace(file, pattern, replacement.replace(" ", ""));
    Failure failure = failure();
    assertThat(failure.code()).isEqualTo(ExitCode.FAILED);
    assertThat(failure.sentence())
        .contains("%s.csv, line %d, column %s: ".formatted(file, line, column));
  }

  @Test
  void all_files_are_looked_at_before_any_is_refused() throws IOException {
    replace("customers", "Spain", "Atlantis");
    replace("orders", "1996-07-04,", "yesterday,");
    assertThat(failure().sentence())
        .contains("customers.csv", "'Atlantis'", "orders.csv", "'yesterday'");
  }

  @Test
  void a_missing_file_is_told() throws IOException {
    Files.delete(folder.resolve("shippers.csv"));
    assertThat(failure().sentence()).contains("shippers.csv");
  }

  @Test
  void a_changed_file_is_another_input() throws IOException {
    String before = read().fingerprint();
    assertThat(read().fingerprint()).isEqualTo(before);
    replace("orders", "1996-07-07,1,", "1996-07-08,1,");
    assertThat(read().fingerprint()).isNotEqualTo(before);
  }

  private NorthwindSource read() {
    return NorthwindSource.read(folder, ids, LocalDate.of(2026, 11, 26), new Defects(null));
  }

  private Failure failure() {
    return catchThrowableOfType(Failure.class, this::read);
  }

  /// The first match in the file only.
  private void replace(String name, String pattern, String replacement) throws IOException {
    Path file = folder.resolve(name + ".csv");
    String text = Files.readString(file);
    String changed = text.replaceFirst("(?m)" + pattern, replacement);
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(file, changed);
  }
}
