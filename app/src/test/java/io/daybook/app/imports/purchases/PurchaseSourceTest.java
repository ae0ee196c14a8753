package io.daybook.app.imports.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.app.Failure;
import io.daybook.app.imports.DerivedIds;
import io.daybook.app.imports.Figures;
import io.daybook.app.imports.GeneratedPurchases;
import io.daybook.app.imports.ImportedOrder;
import io.daybook.app.imports.csv.Defects;
import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseSourceTest {
  private static final String HEADINGS = "customer_id,date,units,amount\n";

  private final DerivedIds ids = new DerivedIds(TenantId.DEFAULT, "purchases");

  @TempDir private Path folder;

  @Test
  void the_figures_are_those_of_the_file() throws IOException {
    GeneratedPurchases file = GeneratedPurchases.write(folder.resolve("some.csv"), 100);
    PurchaseSource source = read(file.file());
    Figures figures = source.expected();
    assertThat(source.size()).isEqualTo(100);
    assertThat(figures.orders()).isEqualTo(file.sold());
    assertThat(figures.units()).isEqualTo(file.units());
    assertThat(figures.goods()).isEqualTo(Money.ofMajor(file.amount(), Purchase.CURRENCY));
    assertThat(source.expectedRefusals())
        .extracting(source::place)
        .containsExactlyElementsOf(file.free().stream().map(line -> "line " + line).toList());
  }

  @Test
  void rows_that_are_alike_are_different_orders() throws IOException {
    PurchaseSource source = read("1,1997-01-01,1,5.00\n1,1997-01-01,1,5.00\n");
    assertThat(source.order(0).orderId()).isNotEqualTo(source.order(1).orderId());
    assertThat(source.order(0).cartId()).isNotEqualTo(source.order(1).cartId());
    assertThat(source.lane(0)).isEqualTo(source.lane(1));
  }

  @Test
  void a_row_keeps_its_ids_wherever_it_stands() throws IOException {
    PurchaseSource january = read("1,1997-01-01,1,5.00\n2,1997-01-02,1,7.00\n");
    PurchaseSource grown = read("3,1996-12-31,1,5.00\n2,1997-01-02,1,7.00\n1,1997-01-01,1,5.00\n");
    assertThat(grown.order(2).orderId()).isEqualTo(january.order(0).orderId());
    assertThat(grown.order(1).cartId()).isEqualTo(january.order(1).cartId());
  }

  @Test
  void rows_of_another_file_are_other_orders() throws IOException {
    PurchaseSource january = read("1,1997-01-01,1,5.00\n2,1997-01-02,1,7.00\n");
    PurchaseSource february = read("1,1997-02-01,1,5.00\n2,1997-01-02,2,7.00\n");
    assertThat(List.of(january.order(0).orderId(), january.order(1).orderId()))
        .doesNotContain(february.order(0).orderId(), february.order(1).orderId());
  }

  @Test
  void a_row_is_one_piece_at_its_amount() throws IOException {
    ImportedOrder imported = read("1,1997-01-01,3,5.00\n").order(0);
    ImportedOrder.Line line = imported.lines().getFirst();
    assertThat(imported.lines()).hasSize(1);
    assertThat(line.quantity()).isEqualTo(1);
    assertThat(line.unitPrice()).isEqualTo(Money.of(500, "USD"));
    assertThat(line.attributes()).isEqualTo(Map.of("units", "3"));
    assertThat(imported.confirmedAt()).isNull();
  }

  @Test
  void the_pilot_is_the_first_row_that_the_shop_will_take() throws IOException {
    assertThat(read("1,1997-01-01,1,0.00\n2,1997-01-01,1,5.00\n").pilot()).isEqualTo(1);
  }

  @Test
  void customers_are_spread_over_the_products() {
    assertThat(
            IntStream.range(0, 2_000)
                .mapToObj(it -> PurchaseShop.productOf(ids, "%05d".formatted(it)))
                .distinct())
        .hasSize(PurchaseShop.SERIES);
  }

  @ParameterizedTest
  @CsvSource({
    "'1,1997-01-01,1,5,00', ''",
    "'1,1997-01-32,1,5.00', date",
    "'1,2099-01-01,1,5.00', date",
    "'1,1997-01-01,x,5.00', units",
    "'1,1997-01-01,1,free', amount",
    "'1,1997-01-01,1,1.005', amount",
    "'a b,1997-01-01,1,5.00', customer_id",
  })
  void what_is_wrong_is_told_by_line_and_column(String row, String column) {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> read("1,1997-01-01,1,5.00\n" + row + "\n"));
    assertThat(failure.sentence())
        .contains("some.csv, line 3" + (column.isEmpty() ? ": " : ", column " + column + ": "));
  }

  private PurchaseSource read(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("some.csv"), HEADINGS + rows);
    return read(file);
  }

  private PurchaseSource read(Path file) {
    return PurchaseSource.read(file, ids, LocalDate.of(2026, 11, 26), new Defects(null));
  }
}
