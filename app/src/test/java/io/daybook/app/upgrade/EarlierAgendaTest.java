package io.daybook.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the earlier program has put on its agenda is done when it is due, by the clock of its tenant.
class EarlierAgendaTest extends EarlierStoreCase {
  private static final String WAITING = "waiting";

  @Test
  void a_late_payment_is_looked_up() throws Exception {
    assertThat(order(WAITING, 1).path("status").asString()).isEqualTo("PLACING");
    comes("payment-lookup", WAITING, id("pay", 1));
    awaitOrder(WAITING, 1, "PENDING");
  }

  @Test
  void a_payment_that_is_not_found_at_first_is_looked_up_again() {
    comes("payment-lookup", WAITING, id("pay", 2));
    await(() -> lookups(2), 1);
    comes("payment-lookup", WAITING, id("pay", 2));
    awaitOrder(WAITING, 2, "PENDING");
  }

  @Test
  void a_customer_who_never_came_back_from_the_page_gets_the_order() {
    comes("payment-lookup", WAITING, id("pay", 4));
    awaitOrder(WAITING, 4, "PENDING");
  }

  @Test
  void a_placement_whose_payment_does_not_come_in_time_fails() throws Exception {
    String placement = id("ord", 3);
    OffsetDateTime first = comes("placement-timeout", WAITING, placement);
    // the gateway is asked once more before the order is given up
    await(
        () -> due("placement-timeout", WAITING, placement).stream().anyMatch(first::isBefore),
        true);
    comes("placement-timeout", WAITING, placement);
    awaitOrder(WAITING, 3, "FAILED");
    assertThat(order(WAITING, 3).path("code").asString()).isEqualTo("PLACEMENT_TIMED_OUT");
    await(() -> movements(WAITING, 3), List.of("InventoryReserved 2", "InventoryReleased 2"));
  }

  @Test
  void a_hold_that_ends_by_itself_is_given_back() {
    comes("reservation-expiry", WAITING, id("stk", 1) + "/" + id("ord", 913));
    await(() -> movements(WAITING, 913), List.of("InventoryReserved 5", "InventoryReleased 5"));
  }

  @Test
  void a_hold_that_a_process_could_not_raise_is_raised_by_its_dead_letter() throws Exception {
    String hold = id("stk", 2) + "/" + id("ord", 914);
    JsonNode first = letters("process-reservation").getFirst();
    assertThat(letters("process-reservation")).hasSize(2);
    assertThat(retry(first)).isTrue();
    assertThat(letters("process-reservation")).isEmpty();
    comes("reservation-expiry", WAITING, hold);
    await(
        () -> movements(WAITING, 914),
        List.of(
            "InventoryReserved 3",
            "InventoryReserved 2",
            "InventoryReleased 1",
            "InventoryReleased 4"));
  }

  @Test
  void a_cart_that_nobody_uses_expires() {
    comes("cart-expiry", "attic", id("crt", 1));
    await(
        () ->
            read("attic", "{ cart(id: \"%s\") { status } }".formatted(id("crt", 1)))
                .at("/cart/status")
                .asString(),
        "EXPIRED");
  }

  /// The earlier program was at work on it when it was killed.
  @Test
  void a_new_price_reaches_a_cart() {
    await(
        () ->
            read(
                    DEFAULT,
                    "{ cart(id: \"%s\") { lines { productId unitPrice { amountMinor } } } }"
                        .formatted(id("crt", 30)))
                .at("/cart/lines")
                .valueStream()
                .filter(line -> line.path("productId").asString().equals(id("prd", 10)))
                .map(line -> line.at("/unitPrice/amountMinor").asInt())
                .toList(),
        List.of(2599));
  }

  /// Moves the tenant's clock to the instant at which the entry is due, and tells the scheduler, which
  /// goes by the wall clock, that this instant is now.
  private OffsetDateTime comes(String kind, String tenant, String key) {
    OffsetDateTime due =
        database
            .sql(
                """
                UPDATE process.agenda SET execution_time = now()
                WHERE task_name = :kind AND starts_with(task_instance, :instance) AND NOT picked
                RETURNING due_at
                """)
            .param("kind", kind)
            .param("instance", tenant + "/" + key)
            .query(OffsetDateTime.class)
            .single();
    clocks.move(new TenantId(tenant), due.toInstant());
    return due;
  }

  private List<OffsetDateTime> due(String kind, String tenant, String key) {
    return database
        .sql(
            """
            SELECT due_at FROM process.agenda
            WHERE task_name = :kind AND starts_with(task_instance, :instance) AND NOT picked
            """)
        .param("kind", kind)
        .param("instance", tenant + "/" + key)
        .query(OffsetDateTime.class)
        .list();
  }

  private int lookups(int payment) {
    return database
        .sql(
            "SELECT lookups FROM process.sandbox_ledger WHERE tenant_id = :tenant AND payment_id ="
                + " :payment")
        .param("tenant", WAITING)
        .param("payment", id("pay", payment))
        .query(Integer.class)
        .single();
  }
}
