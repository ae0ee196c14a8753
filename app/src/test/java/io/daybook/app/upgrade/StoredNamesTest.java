package io.daybook.app.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.Task;
import io.daybook.app.RunningProgramTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is stored is found again by these names, so renaming a class must change none of them. To change
/// one takes a migration of what is stored, or an upcaster.
class StoredNamesTest extends RunningProgramTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired private Configuration axon;
  @Autowired private List<Task<?>> tasks;
  @Autowired private JdbcClient database;

  @BeforeEach
  void take_every_kind_of_claim_and_begin_every_process() throws Exception {
    String uuid = UUID.randomUUID().toString();
    register(uuid);
    sell(uuid);
    order(uuid);
    payTwice(uuid);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database
                    .sql("SELECT count(*) > 0 FROM process.instance WHERE process_id = :order")
                    .param("order", "ord_" + uuid)
                    .query(Boolean.class)
                    .single());
  }

  @Test
  void every_name_of_before_is_still_there() throws IOException {
    assertThat(today())
        .as("what was stored under a name that is gone is not found again")
        .containsAll(kept());
  }

  @Test
  void every_new_name_is_written_down() throws IOException {
    assertThat(kept())
        .as("add what is new to app/src/test/resources/stores/names.txt: from now on it stays")
        .containsAll(today());
  }

  private Set<String> today() {
    return new StoredNames(axon, tasks, database).all();
  }

  private static Set<String> kept() throws IOException {
    try (InputStream names = StoredNamesTest.class.getResourceAsStream("/stores/names.txt")) {
      return new TreeSet<>(
          new String(Objects.requireNonNull(names).readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList());
    }
  }

  /// One whose address staff know, and one who gets a mail.
  private void register(String uuid) throws Exception {
    done(
        "customers",
        """
        {"customerId":"cus_%1$s","email":"%1$s@example.org","firstName":"Ada","lastName":"Lovelace",
         "emailVerified":true}\
        """,
        uuid);
    done(
        "customers/cus_" + uuid + "/addresses",
        """
        {"addressId":"adr_%1$s","recipientName":"Ada Lovelace","street":"Obere Str. 57",
         "city":"Berlin","postalCode":"12209","country":"DE"}\
        """,
        uuid);
    done(
        "customers",
        """
        {"email":"mail-%1$s@example.org","firstName":"Grace","lastName":"Hopper"}\
        """,
        uuid);
  }

  private void sell(String uuid) throws Exception {
    done("categories", "{\"categoryId\":\"cat_%1$s\",\"name\":\"%1$s\"}", uuid);
    done(
        "products",
        """
        {"productId":"prd_%1$s","name":"Tea","categoryId":"cat_%1$s",
         "price":{"amountMinor":1299,"currency":"EUR"}}\
        """,
        uuid);
    done("products/prd_" + uuid + "/activate", "", uuid);
    done(
        "products/prd_" + uuid + "/variants",
        "{\"variantId\":\"var_%1$s\",\"name\":\"Large\",\"attributes\":{}}",
        uuid);
    HttpResponse<String> counted =
        send(
            "PUT",
            "/api/v1/inventory/prd_" + uuid,
            "{\"variantId\":\"var_%s\",\"quantity\":10,\"reason\":\"counted\"}".formatted(uuid));
    assertThat(counted.statusCode()).as(counted.body()).isBetween(200, 299);
  }

  /// From a guest's cart, and waiting for its payment.
  private void order(String uuid) throws Exception {
    String guest = "carts/crt_" + UUID.randomUUID();
    done(
        guest + "/items",
        "{\"productId\":\"prd_%1$s\",\"variantId\":\"var_%1$s\",\"quantity\":1}",
        uuid);
    done(guest + "/merge", "{\"customerId\":\"cus_%1$s\"}", uuid);
    done(
        "orders",
        """
        {"orderId":"ord_%1$s","customerId":"cus_%1$s","shippingAddressId":"adr_%1$s",
         "paymentMethodId":"sandbox:paypal"}\
        """,
        uuid);
  }

  /// An order whose own payment is given up, so that it takes another one.
  private void payTwice(String uuid) throws Exception {
    String order = UUID.randomUUID().toString();
    String cart = "crt_" + UUID.randomUUID();
    done(
        "carts/" + cart + "/items",
        "{\"customerId\":\"cus_%1$s\",\"productId\":\"prd_%1$s\",\"variantId\":\"var_%1$s\",\"quantity\":1}",
        uuid);
    settled(
        "orders",
        "{\"orderId\":\"ord_"
            + order
            + "\",\"cartId\":\""
            + cart
            + """
            ","customerId":"cus_%1$s","shippingAddressId":"adr_%1$s","paymentMethodId":"manual:invoice"}\
            """,
        uuid);
    settled("payments/pay_" + order + "/void", "{\"reason\":\"another card\"}", uuid);
    settled(
        "payments",
        "{\"orderId\":\"ord_"
            + order
            + """
            ","paymentMethodId":"manual:invoice","amount":{"amountMinor":1299,"currency":"EUR"}}\
            """,
        uuid);
  }

  /// Waits for what a process makes of it.
  private void settled(String path, String body, String uuid) throws Exception {
    HttpResponse<String> answer =
        send("POST", "/api/v1/" + path, body.formatted(uuid), "Prefer", "wait=60");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  private void done(String path, String body, String uuid) throws Exception {
    HttpResponse<String> answer = send("POST", "/api/v1/" + path, body.formatted(uuid));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }
}
