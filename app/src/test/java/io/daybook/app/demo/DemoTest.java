package io.daybook.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.cli.RunningServer;
import io.daybook.order.OrderStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoTest {
  private static final Pattern STATE = Pattern.compile("(\\d+) ([A-Z]+)[,.]");

  @TempDir private Path data;

  @Test
  void the_shop_has_orders_in_every_state_and_is_filled_once() throws InterruptedException {
    try (RunningServer server = RunningServer.on(data, 0)) {
      assertThat(server.isOwn()).isTrue();
      String first = demo();
      assertThat(states(first).keySet()).containsExactlyInAnyOrder(OrderStatus.values());
      assertThat(first).contains("40 products", "30 customers", "curl", "/graphiql", "/swagger-ui");
      assertThat(orders(first)).isEqualTo(Story.ALL.size());
      assertThat(orders(demo())).isEqualTo(orders(first));
    }
  }

  private String demo() {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    int status =
        new CommandLine(new Demo())
            .setOut(writer)
            .setErr(writer)
            .execute("--exit", "--port", "0", "--data-dir", data.toString());
    assertThat(status).as(out::toString).isZero();
    return out.toString();
  }

  private static int orders(String text) {
    return states(text).values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<OrderStatus, Integer> states(String text) {
    Matcher found = STATE.matcher(text);
    return found
        .results()
        .collect(
            Collectors.toMap(
                it -> OrderStatus.valueOf(it.group(2)), it -> Integer.valueOf(it.group(1))));
  }
}
