package io.daybook.app.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The events of the store as staff ask for them over HTTP.
class AuditTest extends ShopCase {
  private static final String ADMIN = "/api/v1/admin";
  private static final String EVENTS = ADMIN + "/events";

  @Test
  void an_event_says_who_did_what_and_when() throws Exception {
    String category = fresh("cat_");
    created(category, "Daybook-Actor", "staff:usr_audit");

    JsonNode event = get(EVENTS + "?entity=" + category).at("/events/0");

    assertThat(event.path("type").asString()).isEqualTo("catalog.CategoryCreated");
    assertThat(event.path("revision").asInt()).isEqualTo(1);
    assertThat(event.path("tenant").asString()).isEqualTo("default");
    assertThat(event.path("actor").asString()).isEqualTo("staff:usr_audit");
    assertThat(event.at("/entity/type").asString()).isEqualTo("Category");
    assertThat(event.at("/entity/id").asString()).isEqualTo(category);
    assertThat(event.at("/entity/sequence").asLong()).isZero();
    assertThat(event.at("/payload/name").asString()).isEqualTo(category);
    assertThat(event.path("correlationId").asString())
        .isNotEmpty()
        .isEqualTo(event.path("causationId").asString());
    assertThat(event.path("causedBy").isNull()).isTrue();
    assertThat(event.path("leaf").asString()).matches("[0-9a-f]{64}");
    assertThat(get(EVENTS + "/" + event.path("position").asLong())).isEqualTo(event);
    assertThat(get(EVENTS + "/" + event.path("eventId").asString())).isEqualTo(event);
  }

  @Test
  void events_are_found_by_actor_type_time_and_request() throws Exception {
    String actor = "staff:" + fresh("usr_");
    created(fresh("cat_"), "Daybook-Actor", actor);
    String later = fresh("cat_");
    created(later, "Daybook-Actor", actor);

    List<JsonNode> both = events("actor=" + actor);
    JsonNode last = both.getLast();
    String from = last.path("recordedAt").asString();

    assertThat(both).hasSize(2);
    assertThat(events("actor=" + actor + "&type=catalog.CategoryCreated")).isEqualTo(both);
    assertThat(events("actor=" + actor + "&type=order.OrderPlaced")).isEmpty();
    assertThat(events("actor=" + actor + "&from=" + from)).containsExactly(last);
    assertThat(events("actor=" + actor + "&until=" + from)).containsExactly(both.getFirst());
    assertThat(events("correlation=" + last.path("correlationId").asString()))
        .containsExactly(last);
  }

  @Test
  void pages_follow_each_other_while_others_append() throws Exception {
    String actor = "staff:" + fresh("usr_");
    for (int i = 0; i < 5; i++) {
      created(fresh("cat_"), "Daybook-Actor", actor);
    }
    JsonNode first = get(EVENTS + "?actor=" + actor + "&limit=2");
    created(fresh("cat_"), "Daybook-Actor", actor);
    JsonNode second =
        get(EVENTS + "?actor=" + actor + "&limit=2&after=" + first.path("next").asLong());

    assertThat(first.path("more").asBoolean()).isTrue();
    assertThat(positions(first)).hasSize(2).isSorted();
    assertThat(positions(second)).hasSize(2).isSorted();
    assertThat(positions(second).getFirst()).isGreaterThan(positions(first).getLast());
    assertThat(events("actor=" + actor)).hasSize(6);
  }

  @Test
  void the_index_says_how_far_it_is_and_comes_to_the_head() throws Exception {
    created(fresh("cat_"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get(EVENTS), page -> page.path("indexedTo").equals(page.path("head")));
  }

  @Test
  void an_order_leads_to_all_that_followed_from_it() throws Exception {
    Buyer buyer = buyer();
    String product = product(5);
    fill(buyer, product, 2);
    String order = fresh("ord_");
    assertThat(order(buyer, order, "sandbox:approve", 20).statusCode()).isEqualTo(201);
    JsonNode history = get(ADMIN + "/entities/" + order + "/history");
    long placed = history.at("/events/1/position").asLong();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> types(chain(placed)).contains("cart.CartCleared"));

    List<JsonNode> chain = chain(placed);

    assertThat(types(chain))
        .startsWith("order.OrderPlacementStarted")
        .contains(
            "inventory.InventoryReserved",
            "payment.PaymentRequested",
            "payment.PaymentAuthorized",
            "order.OrderPlaced");
    assertThat(reachedFrom(chain.getFirst(), chain)).isEqualTo(Set.copyOf(positions(chain)));
    String request = chain.getFirst().path("correlationId").asString();
    assertThat(listed(ADMIN + "/correlations/" + request + "/chain?")).isEqualTo(chain);
  }

  @Test
  void a_tenants_header_shows_no_other_tenant() throws Exception {
    String mine = fresh("cat_");
    created(mine, "Daybook-Tenant", "audited");
    String tenant = "Daybook-Tenant";

    JsonNode event = get(EVENTS + "?tenant=audited&entity=" + mine).at("/events/0");
    String path = EVENTS + "/" + event.path("position").asLong();

    assertThat(event.path("tenant").asString()).isEqualTo("audited");
    assertThat(get(EVENTS + "?entity=" + mine).path("events")).isEmpty();
    assertThat(seen(EVENTS + "?entity=" + mine, tenant, "audited").path("events")).hasSize(1);
    assertThat(seen(EVENTS + "?entity=" + mine, tenant, "other").path("events")).isEmpty();
    assertThat(code(EVENTS + "?tenant=audited", tenant, "other"))
        .isEqualTo("403 AUDIT_OF_OTHER_TENANT");
    assertThat(code(EVENTS + "?tenant=*", tenant, "other")).isEqualTo("403 AUDIT_OF_OTHER_TENANT");
    assertThat(code(path, tenant, "other")).isEqualTo("404 EVENT_NOT_FOUND");
    assertThat(code(path + "/chain", tenant, "other")).isEqualTo("404 EVENT_NOT_FOUND");
    assertThat(get(path + "?tenant=*")).isEqualTo(event);
  }

  @Test
  void what_a_person_had_erased_is_told_without_its_content() throws Exception {
    Buyer buyer = buyer();
    String path = ADMIN + "/entities/" + buyer.customer() + "/history";
    assertThat(get(path).at("/events/0/payload").toString())
        .contains("Lovelace")
        .doesNotContainPattern("\"verificationTokenHash\":\"[0-9a-f]");

    done("POST", "/api/v1/customers/" + buyer.customer() + "/erasure", "{\"confirmation\":true}");

    JsonNode page =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> get(path), it -> it.at("/events/0/withheld").asBoolean());
    assertThat(page.toString()).doesNotContain("Lovelace", "Obere");
    assertThat(page.path("events")).allMatch(event -> event.path("payload").isNull());
  }

  @ParameterizedTest
  @CsvSource({
    "after=-1, after",
    "after=x, after",
    "limit=0, limit",
    "limit=1001, limit",
    "limit=many, limit",
    "type=order.Nothing, type",
    "from=yesterday, from",
    "from=%2B300000-01-01T00:00:00Z, from",
    "until=2026-13-01T00:00:00Z, until",
    "from=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z, until",
    "correlation=%20, correlation",
    "entity=%20, entity",
    "tenant=*&entity=ord_1, tenant",
    "actr=staff:usr_7, actr"
  })
  void what_is_no_filter_is_refused_by_its_name(String query, String field) throws Exception {
    HttpResponse<String> answer = send("GET", EVENTS + "?" + query, "");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("code").asString()).isEqualTo("AUDIT_FILTER_INVALID");
    assertThat(problem.at("/fields/0/field").asString()).isEqualTo(field);
    assertThat(problem.at("/fields/0/rule").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "999999999", "999999999999999999999", "none", "../events"})
  void an_event_that_there_is_not_is_not_found(String event) throws Exception {
    String path = EVENTS + "/" + event.replace("/", "%2F");
    assertThat(send("GET", path, "").statusCode()).isIn(400, 404);
  }

  @Test
  void only_staff_look_into_the_store() throws Exception {
    assertThat(code(EVENTS, "Daybook-Actor", "customer:" + fresh("cus_")))
        .isEqualTo("403 STAFF_ONLY");
  }

  @Test
  void the_description_of_the_api_has_the_filters_with_examples() throws Exception {
    JsonNode paths = get("/v3/api-docs").path("paths");

    Map<String, String> examples = new HashMap<>();
    for (JsonNode parameter : paths.path(EVENTS).at("/get/parameters")) {
      assertThat(parameter.path("in").asString()).isEqualTo("query");
      assertThat(parameter.path("required").asBoolean()).isFalse();
      examples.put(parameter.path("name").asString(), parameter.path("example").asString());
    }
    assertThat(examples)
        .containsOnlyKeys(
            "tenant", "entity", "actor", "type", "from", "until", "correlation", "after", "limit")
        .containsEntry("actor", "staff:usr_7");
    assertThat(paths.propertyNames())
        .contains(
            EVENTS + "/{event}",
            EVENTS + "/{event}/chain",
            ADMIN + "/correlations/{correlation}/chain",
            ADMIN + "/entities/{id}/history");
  }

  /// A category whose name is its id.
  private void created(String category, String... headers) throws Exception {
    done(
        "POST",
        "/api/v1/categories",
        "{\"categoryId\":\"%s\",\"name\":\"%s\"}".formatted(category, category),
        headers);
  }

  private List<JsonNode> chain(long position) throws Exception {
    return listed(EVENTS + "/" + position + "/chain?");
  }

  private List<JsonNode> events(String filters) throws Exception {
    return listed(EVENTS + "?" + filters + "&");
  }

  /// All pages.
  private List<JsonNode> listed(String path) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page = get(path + "limit=3");
    page.path("events").forEach(all::add);
    while (page.path("more").asBoolean()) {
      page = get(path + "limit=1000&after=" + page.path("next").asLong());
      page.path("events").forEach(all::add);
    }
    return all;
  }

  private JsonNode seen(String path, String... headers) throws Exception {
    return JSON.readTree(send("GET", path, "", headers).body());
  }

  private String code(String path, String... headers) throws Exception {
    HttpResponse<String> answer = send("GET", path, "", headers);
    return answer.statusCode() + " " + JSON.readTree(answer.body()).path("code").asString();
  }

  private static List<Long> positions(JsonNode page) {
    List<JsonNode> events = new ArrayList<>();
    page.path("events").forEach(events::add);
    return positions(events);
  }

  private static List<Long> positions(List<JsonNode> events) {
    return events.stream().map(event -> event.path("position").asLong()).toList();
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").asString()).toList();
  }

  /// Follows the causes. The order has one event from its request, and all others follow from events.
  private static Set<Long> reachedFrom(JsonNode root, List<JsonNode> chain) {
    Set<Long> reached = new HashSet<>(Set.of(root.path("position").asLong()));
    for (JsonNode event : chain) {
      if (reached.contains(event.path("causedBy").asLong())) {
        reached.add(event.path("position").asLong());
      }
    }
    return reached;
  }
}
