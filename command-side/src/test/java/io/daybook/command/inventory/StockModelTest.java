package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.ORDER;
import static io.daybook.command.inventory.Stocks.SHELF;
import static io.daybook.command.inventory.Stocks.adjusted;
import static io.daybook.command.inventory.Stocks.counted;
import static io.daybook.command.inventory.Stocks.deducted;
import static io.daybook.command.inventory.Stocks.low;
import static io.daybook.command.inventory.Stocks.refused;
import static io.daybook.command.inventory.Stocks.released;
import static io.daybook.command.inventory.Stocks.reserved;
import static io.daybook.command.inventory.Stocks.soldOut;
import static io.daybook.command.inventory.Stocks.threshold;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownModels;
import io.daybook.inventory.InventoryEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StockModelTest {

  @Test
  void what_was_never_stocked_is_not_known() {
    assertThat(modelAfter()).isEmpty();
  }

  @Test
  void what_is_reserved_is_not_available() {
    assertThat(modelAfter(counted(0, 10), reserved(ORDER, 4))).contains(new StockModel(10, 4));
    assertThat(new StockModel(10, 4).available()).isEqualTo(6);
  }

  @Test
  void an_adjustment_says_what_is_on_hand_now() {
    assertThat(modelAfter(counted(0, 10), adjusted(-3, 7))).contains(new StockModel(7, 0));
  }

  @Test
  void what_is_released_is_available_again() {
    assertThat(modelAfter(counted(0, 10), reserved(ORDER, 4), released(ORDER, 3)))
        .contains(new StockModel(10, 1));
  }

  @Test
  void what_is_deducted_is_neither_on_hand_nor_reserved() {
    assertThat(modelAfter(counted(0, 10), reserved(ORDER, 4), deducted(ORDER, 4)))
        .contains(new StockModel(6, 0));
  }

  @Test
  void what_is_only_told_moves_nothing() {
    assertThat(modelAfter(counted(0, 1), threshold(5), low(1, 5), soldOut(), refused(ORDER, 9, 1)))
        .contains(new StockModel(1, 0));
  }

  private static Optional<StockModel> modelAfter(InventoryEvent... events) {
    return new KnownModels()
        .of(SHELF, events)
        .find(StockModel.DEFINITION, Given.TENANT.stream(SHELF));
  }
}
