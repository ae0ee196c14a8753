package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.id.CategoryId;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DryRunTest extends CommandApiCase {

  @Test
  void a_dry_run_shows_its_events_and_writes_none() {
    String id = fresh("cat_");
    String name = fresh("Tea ");
    String body = "{\"categoryId\":\"%s\",\"name\":\"%s\"}".formatted(id, name);

    MvcTestResult tried = post("/categories?dryRun=true", body);

    assertThat(tried).hasStatus(200);
    assertThat(json(tried).path("events")).hasSize(1);
    assertThat(json(tried).at("/events/0/type").asString()).isEqualTo("catalog.CategoryCreated");
    assertThat(json(tried).at("/events/0/payload/name").asString()).isEqualTo(name);
    assertThat(eventsOf(new CategoryId(id))).isEmpty();
  }

  @Test
  void a_dry_run_holds_no_name_and_no_idempotency_key() {
    String body = category(fresh("Tea "));
    String key = fresh("key-");

    post("/categories?dryRun=true", body, "Idempotency-Key", key);

    assertThat(post("/categories", category(fresh("Pot ")), "Idempotency-Key", key)).hasStatus(201);
    assertThat(post("/categories", body)).hasStatus(201);
  }

  @Test
  void a_dry_run_of_a_registration_queues_no_mail() {
    String email = fresh("") + "@example.org";
    String body =
        "{\"email\":\"%s\",\"password\":\"secret 1234\",\"firstName\":\"Ada\",\"lastName\":\"L\"}"
            .formatted(email);

    assertThat(post("/customers?dryRun=true", body)).hasStatus(200);
    assertThat(
            json(
                send(
                    org.springframework.http.HttpMethod.GET, "/admin/mail?recipient=" + email, "")))
        .isEmpty();
    assertThat(post("/customers", body)).hasStatus(201);
    assertThat(
            json(
                send(
                    org.springframework.http.HttpMethod.GET, "/admin/mail?recipient=" + email, "")))
        .hasSize(1);
  }

  @Test
  void a_dry_run_is_refused_as_the_real_thing_would_be() {
    String body = category(fresh("Tea "));
    post("/categories", body);

    MvcTestResult tried = post("/categories?dryRun=true", body);

    assertThat(tried).hasStatus(409);
    assertThat(code(tried)).isEqualTo("CATEGORY_NAME_NOT_UNIQUE");
  }

  @Test
  void a_dry_run_of_what_is_done_already_shows_no_events() {
    String id = fresh("cat_");
    String body = "{\"categoryId\":\"%s\",\"name\":\"%s\"}".formatted(id, fresh("Tea "));
    post("/categories", body);

    assertThat(json(post("/categories?dryRun=true", body)).path("events")).isEmpty();
  }

  @Test
  void a_flag_that_is_neither_true_nor_false_is_refused() {
    assertThat(post("/categories?dryRun=maybe", category(fresh("Tea ")))).hasStatus(400);
  }
}
