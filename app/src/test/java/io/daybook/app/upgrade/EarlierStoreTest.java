package io.daybook.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.audit.KeyFolder;
import io.daybook.eventstore.audit.TrustedKeys;
import io.daybook.eventstore.audit.Verdict;
import io.daybook.eventstore.audit.Verification;
import io.daybook.eventstore.audit.VerifiedPrefix;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A store that program 73d24ad has written, opened by today's.
class EarlierStoreTest extends EarlierStoreCase {
  private static final String CATALOG = "projection-catalog";
  private static final String PAYMENT = "projection-payment";

  @Test
  void every_event_can_be_read() throws Exception {
    Map<String, Integer> stored = new HashMap<>();
    database
        .sql(
            "SELECT stream, count(*) AS events FROM event_store.event WHERE stream NOT LIKE :parked"
                + " GROUP BY 1")
        .param("parked", "%/" + id("prd", 8))
        .query(
            row -> {
              stored.put(row.getString("stream"), row.getInt("events"));
            });
    assertThat(stored).hasSizeGreaterThan(100);

    for (Map.Entry<String, Integer> stream : stored.entrySet()) {
      assertThat(Histories.of(this, stream.getKey()))
          .as(stream.getKey())
          .hasSizeGreaterThanOrEqualTo(stream.getValue());
    }
  }

  @Test
  void what_the_earlier_program_sealed_holds_by_its_key() throws Exception {
    Path keys = store().dataDirectory().resolve("audit-keys");
    Verdict believed = verify(KeyFolder.at(keys).trusted());

    assertThat(believed).isInstanceOf(Verdict.Intact.class);
    assertThat(((Verdict.Intact) believed).adopted()).isEmpty();
    assertThat(
            verify(new TrustedKeys(List.of(KeyFolder.publicKey(keys.resolve("key-2.public.pem"))))))
        .isInstanceOf(Verdict.Tampered.class);
  }

  @Test
  void every_read_model_is_what_its_events_make_of_it() throws Exception {
    List<String> projections =
        JSON.readTree(send(DEFAULT, "GET", "/api/v1/admin/processors", "").body())
            .valueStream()
            .filter(processor -> processor.path("kind").asString().equals("PROJECTION"))
            .map(processor -> processor.path("name").asString())
            .filter(name -> !name.equals(CATALOG))
            .toList();
    assertThat(projections).hasSize(5);

    for (String projection : projections) {
      if (!projection.equals(PAYMENT)) {
        assertThat(differing(compare(projection))).as(projection).isZero();
      }
    }
  }

  /// The earlier program did not say of a payment that it could not be captured.
  @Test
  void what_a_payment_says_newly_is_all_that_differs_until_payments_are_rebuilt() throws Exception {
    assertThat(compare(PAYMENT).path("differences").valueStream())
        .isNotEmpty()
        .allSatisfy(
            difference -> {
              assertThat(difference.path("column").asString()).isEqualTo("issue");
              assertThat(difference.path("live").isNull()).isTrue();
              assertThat(difference.path("rebuilt").asString()).isEqualTo("CAPTURE_FAILED");
            });

    replay(PAYMENT, "swap");

    assertThat(differing(compare(PAYMENT))).isZero();
  }

  @Test
  void a_parked_sequence_is_all_that_a_read_model_lacks_until_it_is_retried() throws Exception {
    JsonNode before = compare(CATALOG).path("differences");
    assertThat(before).isNotEmpty();
    assertThat(before.valueStream().map(it -> it.at("/key/product_id").asString()))
        .containsOnly(id("prd", 8));
    assertThat(letters(CATALOG)).hasSize(4);

    assertThat(retry(letters(CATALOG).getFirst())).isTrue();

    assertThat(letters(CATALOG)).isEmpty();
    assertThat(differing(compare(CATALOG))).isZero();
    assertThat(Histories.of(this, "default/" + id("prd", 8))).hasSize(4);
  }

  /// The test changes the snapshot, and not the events. By the events the threshold is 5 already, so
  /// that setting it to 5 would append nothing.
  @Test
  void a_stock_goes_on_from_its_snapshot() throws Exception {
    snapshot("stk", 2, "\"threshold\":5", "\"threshold\":7");
    int before = events("stk", 2);

    done("PUT", "/api/v1/inventory/%s/threshold".formatted(id("prd", 2)), "{\"threshold\":5}");

    assertThat(events("stk", 2)).isEqualTo(before + 1);
  }

  /// By the events the cart has no line 777, and the request would be refused.
  @Test
  void a_cart_goes_on_from_its_snapshot() throws Exception {
    snapshot("crt", 31, id("itm", 2), id("itm", 777));
    int before = events("crt", 31);

    done(
        "PATCH",
        "/api/v1/carts/%s/items/%s".formatted(id("crt", 31), id("itm", 777)),
        "{\"quantity\":2}");

    assertThat(events("crt", 31)).isEqualTo(before + 1);
  }

  @Test
  void new_events_go_on_without_a_gap() throws Exception {
    done("POST", "/api/v1/categories", "{\"name\":\"Of today\"}");

    assertThat(
            database
                .sql(
                    """
                    SELECT count(*) = max(e.position) AND max(e.position) = max(h.position)
                    FROM event_store.event e CROSS JOIN event_store.head h
                    """)
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(
            database
                .sql("SELECT max(recorded_at) > :left FROM event_store.event")
                .param("left", store().leftAt().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private Verdict verify(TrustedKeys keys) throws Exception {
    return new Verification(store().database(), keys)
        .run(VerifiedPrefix.NOTHING, null, (checked, last) -> assertThat(last).isPositive());
  }

  private JsonNode compare(String projection) throws Exception {
    return replay(projection, "compare");
  }

  private JsonNode replay(String projection, String mode) throws Exception {
    JsonNode begun =
        done("POST", "/api/v1/admin/projections/" + projection + "/replays?mode=" + mode, "");
    String path = "/api/v1/admin/replays/" + begun.path("id").asString();
    await(() -> done("GET", path, "").path("state").asString(), "COMPLETED");
    return done("GET", path, "").path("comparison");
  }

  /// The rows that differ, of all tables of a projection that has rows at all.
  private static long differing(JsonNode comparison) {
    assertThat(comparison.path("tables").valueStream().mapToLong(it -> it.path("rebuilt").asLong()))
        .anyMatch(rows -> rows > 0);
    return comparison
        .path("tables")
        .valueStream()
        .mapToLong(table -> table.path("differing").asLong())
        .sum();
  }

  private void snapshot(String prefix, int number, String from, String to) {
    int changed =
        database
            .sql(
                """
                UPDATE event_store.snapshot
                SET payload = convert_to(replace(convert_from(payload, 'UTF8'), :from, :to), 'UTF8')
                WHERE stream = :stream AND position(:from IN convert_from(payload, 'UTF8')) > 0
                """)
            .param("from", from)
            .param("to", to)
            .param("stream", "default/" + id(prefix, number))
            .update();
    assertThat(changed).isOne();
  }

  private int events(String prefix, int number) {
    return database
        .sql("SELECT count(*) FROM event_store.event WHERE stream = :stream")
        .param("stream", "default/" + id(prefix, number))
        .query(Integer.class)
        .single();
  }
}
