package io.daybook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.daybook.kernel.Samples;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderCommand.CancelOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static final Route CANCEL =
      Route.post("/orders/{orderId}/cancel", CancelOrder.class, "Cancel an order");

  @Test
  void a_path_is_filled_in_from_the_fields_of_the_command() {
    OrderId order = OrderId.of(Samples.uuid(1));

    assertThat(CANCEL.pathOf(new CancelOrder(order, "late")))
        .isEqualTo("/api/v1/orders/" + order + "/cancel");
  }

  @Test
  void a_row_names_only_fields_that_its_command_has() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Route.post("/orders/{number}/cancel", CancelOrder.class, "Cancel"));
    assertThatIllegalArgumentException().isThrownBy(() -> CANCEL.generating("number"));
    assertThatIllegalArgumentException().isThrownBy(() -> CANCEL.derivedFrom("number"));
  }

  @Test
  void what_is_generated_is_an_id() {
    assertThatIllegalArgumentException().isThrownBy(() -> CANCEL.generating("reason"));
  }

  @Test
  void a_command_has_one_row() {
    RouteTable table = () -> List.of(CANCEL, CANCEL);

    assertThatIllegalStateException().isThrownBy(() -> new Routes(List.of(table)));
  }
}
