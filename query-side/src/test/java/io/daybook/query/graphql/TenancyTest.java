package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.testing.ReadTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenancyTest extends ReadTest {
  private static final String LIST = "{ orders { edges { cursor } } }";

  @Test
  void a_tenant_that_is_none_is_refused() {
    HttpResponse<String> answer = post(LIST, Map.of(), Map.of("Daybook-Tenant", "No Tenant"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("INVALID_TENANT");
  }

  @Test
  void without_a_header_it_is_the_default_tenant() {
    String body = "{\"query\":\"{ orders { edges { cursor } } }\"}";
    HttpRequest request =
        HttpRequest.newBuilder(uri("/graphql"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();

    assertThat(send(request).body()).isEqualTo("{\"data\":{\"orders\":{\"edges\":[]}}}");
  }
}
