package io.daybook.app.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.app.RunningProgramTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A store that a program before the checks has filled, with events that nobody can handle. They are written here by
/// SQL, as commit 73d24ad wrote them.
class SpoiltStoreTest extends RunningProgramTest {
  private static final String LETTERS = "/api/v1/admin/dead-letters";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private JdbcClient database;

  @AfterEach
  void discard_all() throws Exception {
    for (JsonNode letter : get(LETTERS + "?limit=1000")) {
      send("POST", LETTERS + "/" + letter.path("id").asString() + "/discard", "");
    }
  }

  @Test
  void a_payment_without_a_currency_is_shown_as_such_and_so_are_later_ones() throws Exception {
    String spoilt = payment("null");
    String sound = payment("\"EUR\"");

    await().atMost(PATIENCE).until(() -> isShown(sound));
    await().atMost(PATIENCE).until(() -> isShown(spoilt));
    assertThat(isParked("projection-payment", spoilt)).isFalse();
    awaitHead();
  }

  @Test
  void a_line_with_half_an_emoji_in_an_attributes_name_is_parked_and_other_carts_go_on()
      throws Exception {
    String spoilt = line("k\\ud83d");
    String sound = line("size");

    await().atMost(PATIENCE).until(() -> cartIsShown(sound));
    await().atMost(PATIENCE).until(() -> isParked("projection-cart", spoilt));
    await().atMost(PATIENCE).until(() -> isParked("process-cart-upkeep", spoilt));
    awaitHead();
  }

  /// As `docs/operations.md` has it.
  @Test
  void an_operator_finds_such_events_with_one_statement() {
    List<String> spoilt =
        List.of(payment("null"), line("k\\ud83d"), line("nul\\u0000"), line("\\\\\\ud83d"));
    String sound = line("\\\\ud83d is written out");

    List<String> found =
        database
            .sql(
                """
                SELECT stream FROM event_store.readable_event
                WHERE payload ~* '(^|[^\\\\])(\\\\\\\\)*\\\\u(d[89a-f]|0000)'
                  OR payload ~ '"currency":(null|"")' OR payload ~ '"[+-][0-9]{5,}-'
                """)
            .query(String.class)
            .list();

    assertThat(found).contains(spoilt.stream().map("default/"::concat).toArray(String[]::new));
    assertThat(found).doesNotContain("default/" + sound);
  }

  private String payment(String currency) {
    String id = "pay_" + UUID.randomUUID();
    append(
        "Payment",
        "payment.PaymentRequested",
        id,
        """
        {"paymentId":"%s","orderId":null,"customerId":null,"operation":"AUTHORIZE",\
        "paymentMethodId":"sandbox:approve","amount":{"amountMinor":1,"currency":%s},"attempt":1,\
        "idempotencyKey":"%s/authorize/1","returnUrl":null,"cancelUrl":null,\
        "requestedAt":"2026-03-01T09:30:00Z"}\
        """
            .formatted(id, currency, id));
    return id;
  }

  private String line(String attribute) {
    String id = "crt_" + UUID.randomUUID();
    append(
        "Cart",
        "cart.ItemAddedToCart",
        id,
        """
        {"cartId":"%s","customerId":null,"cartItemId":"itm_%s","productId":"prd_%s","variantId":null,\
        "quantity":1,"requestedQuantity":1,"unitPrice":{"amountMinor":1,"currency":"EUR"},\
        "attributes":{"%s":"L"},"addedAt":"2026-03-01T09:30:00Z"}\
        """
            .formatted(id, UUID.randomUUID(), UUID.randomUUID(), attribute));
    return id;
  }

  private void append(String aggregate, String type, String id, String payload) {
    database
        .sql(
            """
            WITH type AS (
              INSERT INTO event_store.event_type (aggregate_type, name, revision) VALUES (?, ?, '1')
              ON CONFLICT (aggregate_type, name, revision) DO UPDATE SET name = excluded.name
              RETURNING id),
            head AS (
              UPDATE event_store.head SET position = position + 1 WHERE id = 1 RETURNING position)
            INSERT INTO event_store.event
              (position, sequence, recorded_at, event_id, type_id, stream, metadata, payload)
            SELECT head.position, 0, now(), gen_random_uuid(), type.id, ?, ?, ? FROM head, type
            """)
        .params(
            aggregate,
            type,
            "default/" + id,
            new byte[] {1},
            payload.getBytes(StandardCharsets.UTF_8))
        .update();
  }

  private boolean isShown(String payment) {
    return exists("SELECT count(*) FROM projection.payments WHERE payment_id = ?", payment);
  }

  private boolean cartIsShown(String cart) {
    return exists("SELECT count(*) FROM projection.carts WHERE cart_id = ?", cart);
  }

  private boolean exists(String count, String id) {
    return database.sql(count).param(id).query(Long.class).single() > 0;
  }

  private boolean isParked(String processor, String id) throws Exception {
    for (JsonNode letter : get(LETTERS + "?limit=1000")) {
      if (letter.path("processor").asString().equals(processor)
          && letter.path("stream").asString().equals("default/" + id)) {
        return true;
      }
    }
    return false;
  }

  private void awaitHead() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              for (JsonNode processor : get("/api/v1/admin/processors")) {
                assertThat(processor.path("lag").asLong()).as(processor.toString()).isZero();
              }
            });
  }
}
