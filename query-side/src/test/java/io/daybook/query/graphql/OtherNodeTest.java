package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.testing.OrderEvents;
import io.daybook.query.testing.ReadTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// A second node. The projections are at work on the first, and their tables are those of both.
class OtherNodeTest extends ReadTest {
  @Test
  void a_node_without_a_share_answers_from_what_the_others_have_written() {
    try (ConfigurableApplicationContext other = secondNode()) {
      assertThat(segments(other)).isZero();
      for (int order = 1; order <= 10; order++) {
        store(OrderEvents.started(order));

        HttpResponse<String> answer = read(other, positions.head());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(answer.body()).at("/data/orders/edges").size())
            .isEqualTo(order);
      }
    }
  }

  @Test
  void what_does_not_come_in_time_may_be_asked_for_again() {
    try (ConfigurableApplicationContext other = secondNode("--daybook.query.patience=50ms")) {
      HttpResponse<String> answer = read(other, positions.head() + 1_000);

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      assertThat(code(answer)).isEqualTo("POSITION_NOT_REACHED");
    }
  }

  private HttpResponse<String> read(ConfigurableApplicationContext node, long position) {
    String there = "http://localhost:" + node.getEnvironment().getProperty("local.server.port");
    return send(
        request("{ orders(first: 100) { edges { node { status } } } }", Map.of())
            .uri(URI.create(there + "/graphql"))
            .setHeader(ReadFilter.AT_LEAST, Long.toString(position))
            .build());
  }

  private static long segments(ConfigurableApplicationContext node) {
    return node.getBean(EventProcessingConfiguration.class).eventProcessors().values().stream()
        .mapToLong(it -> ((StreamingEventProcessor) it).processingStatus().size())
        .sum();
  }
}
