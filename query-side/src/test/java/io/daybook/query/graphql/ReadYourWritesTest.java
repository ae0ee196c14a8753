package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.testing.OrderEvents;
import io.daybook.query.testing.ReadTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReadYourWritesTest extends ReadTest {
  private static final String QUERY = "{ orders(first: 100) { edges { node { status } } } }";

  @Test
  void a_read_sees_the_write_that_it_names() {
    for (int order = 1; order <= 20; order++) {
      store(OrderEvents.started(order));

      HttpResponse<String> answer = atLeast(Long.toString(positions.head()));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(JsonMapper.shared().readTree(answer.body()).at("/data/orders/edges").size())
          .isEqualTo(order);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "soon", "1.5", "9999999999999999999999", ""})
  void a_position_that_is_none_is_refused(String header) {
    HttpResponse<String> answer = atLeast(header);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("INVALID_POSITION");
  }

  private HttpResponse<String> atLeast(String position) {
    return post(QUERY, Map.of(), Map.of(ReadFilter.AT_LEAST, position));
  }
}
