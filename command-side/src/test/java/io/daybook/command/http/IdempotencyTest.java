package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.id.CategoryId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Rule 21.
class IdempotencyTest extends CommandApiCase {

  @Test
  void the_same_request_under_the_same_key_is_done_once_and_answered_alike() {
    String key = fresh("key-");
    String body = category(fresh("Tea "));

    MvcTestResult first = post("/categories", body, "Idempotency-Key", key);
    MvcTestResult second = post("/categories", body, "Idempotency-Key", key);

    assertThat(first).hasStatus(201);
    assertThat(second).hasStatus(201);
    assertThat(id(second)).isEqualTo(id(first));
    assertThat(second.getResponse().getHeader("Daybook-Position"))
        .isEqualTo(first.getResponse().getHeader("Daybook-Position"));
    assertThat(eventsOf(new CategoryId(id(first)))).hasSize(1);
  }

  @Test
  void a_request_is_the_same_however_it_is_written() {
    String key = fresh("key-");
    String name = fresh("Caf\u00e9 ");
    String first = "{\"name\":\"%s\",\"parentCategoryId\":null}".formatted(name);
    String again =
        "{ \"categoryId\": null, \"parentCategoryId\": null,\n \"name\": \"%s\" }"
            .formatted(name.replace("\u00e9", "e\u0301"));

    MvcTestResult created = post("/categories", first, "Idempotency-Key", key);
    MvcTestResult repeated = post("/categories", again, "Idempotency-Key", key);

    assertThat(created).hasStatus(201);
    assertThat(repeated).hasStatus(201);
    assertThat(id(repeated)).isEqualTo(id(created));
  }

  @Test
  void another_request_under_the_same_key_is_refused() {
    String key = fresh("key-");
    post("/categories", category(fresh("Tea ")), "Idempotency-Key", key);

    MvcTestResult other = post("/categories", category(fresh("Pot ")), "Idempotency-Key", key);

    assertThat(other).hasStatus(422);
    assertThat(code(other)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void a_key_belongs_to_its_tenant_and_its_caller() {
    String key = fresh("key-");
    String mine = id(post("/categories", category(fresh("Tea ")), "Idempotency-Key", key));

    MvcTestResult otherTenant =
        post(
            "/categories",
            category(fresh("Tea ")),
            "Idempotency-Key",
            key,
            "Daybook-Tenant",
            "other");
    MvcTestResult otherCaller =
        sendAs("staff:usr_8", "/categories", category(fresh("Tea ")), "Idempotency-Key", key);

    assertThat(otherTenant).hasStatus(201);
    assertThat(otherCaller).hasStatus(201);
    assertThat(List.of(id(otherTenant), id(otherCaller))).doesNotContain(mine);
  }

  @Test
  void a_refusal_is_not_remembered() {
    String key = fresh("key-");
    String parent = fresh("cat_");
    String body = "{\"name\":\"%s\",\"parentCategoryId\":\"%s\"}".formatted(fresh("Tea "), parent);
    assertThat(post("/categories", body, "Idempotency-Key", key)).hasStatus(422);
    post(
        "/categories",
        "{\"categoryId\":\"%s\",\"name\":\"%s\"}".formatted(parent, fresh("Drinks ")));

    assertThat(post("/categories", body, "Idempotency-Key", key)).hasStatus(201);
  }

  @Test
  void a_key_has_at_most_255_characters() {
    MvcTestResult refused =
        post("/categories", category(fresh("Tea ")), "Idempotency-Key", "k".repeat(256));

    assertThat(refused).hasStatus(400);
    assertThat(code(refused)).isEqualTo("IDEMPOTENCY_KEY_INVALID");
    assertThat(
            post("/categories", category(fresh("Tea ")), "Idempotency-Key", fresh("k".repeat(219))))
        .hasStatus(201);
  }

  @Test
  void of_many_at_the_same_time_one_takes_effect() throws Exception {
    String key = fresh("key-");
    String body = category(fresh("Tea "));
    Callable<MvcTestResult> request = () -> post("/categories", body, "Idempotency-Key", key);
    List<MvcTestResult> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<MvcTestResult> answer :
          callers.invokeAll(java.util.Collections.nCopies(50, request))) {
        answers.add(answer.get());
      }
    }

    List<MvcTestResult> done =
        answers.stream().filter(answer -> answer.getResponse().getStatus() == 201).toList();
    assertThat(done).isNotEmpty();
    assertThat(done.stream().map(CommandApiCase::id).distinct()).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.getResponse().getStatus() != 201)
        .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("IDEMPOTENCY_KEY_IN_USE"));
    assertThat(eventsOf(new CategoryId(id(done.getFirst())))).hasSize(1);
  }
}
