package io.daybook.app.imports;

import io.daybook.kernel.Money;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Reads the orders of an import back from GraphQL, page by page, and sums them up. Orders that the
/// shop has besides are left out.
final class PlacedOrders {
  private static final String QUERY =
      """
      query ($after: String, $from: DateTime, $before: DateTime) {
        orders(first: 100, after: $after, sort: CREATED_AT_ASC,
               filter: {createdFrom: $from, createdBefore: $before}) {
          pageInfo { hasNextPage endCursor }
          edges { node {
            id status
            subtotal { amountMinor currency }
            shippingCost { amountMinor currency }
            lines { quantity attributes { name value } }
          } }
        }
      }
      """;

  private final Session session;
  private final long position;

  PlacedOrders(Session session, long position) {
    this.session = session;
    this.position = position;
  }

  Figures figures(Source source) throws InterruptedException {
    Figures sum = Figures.none(source.expected().goods().minus(source.expected().goods()));
    Set<OrderId> own = new HashSet<>();
    Map<String, Object> variables = new HashMap<>(range(source, own));
    boolean more = !own.isEmpty();
    while (more) {
      JsonNode orders =
          session.client().query(session.staff(), QUERY, variables, position).path("orders");
      for (JsonNode edge : orders.path("edges")) {
        JsonNode order = edge.path("node");
        if (isPlaced(order) && own.contains(new OrderId(order.path("id").asString()))) {
          sum = sum.plus(figures(order));
        }
      }
      more = orders.at("/pageInfo/hasNextPage").asBoolean();
      variables.put("after", orders.at("/pageInfo/endCursor").asString(""));
    }
    return sum;
  }

  private static Map<String, Object> range(Source source, Set<OrderId> own) {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (int row : IntStream.range(0, source.size()).toArray()) {
      ImportedOrder imported = source.order(row);
      own.add(imported.orderId());
      first = imported.placedAt().isBefore(first) ? imported.placedAt() : first;
      last = imported.placedAt().isAfter(last) ? imported.placedAt() : last;
    }
    return own.isEmpty()
        ? Map.of()
        : Map.of("from", first.toString(), "before", last.plus(Duration.ofDays(1)).toString());
  }

  private static boolean isPlaced(JsonNode order) {
    OrderStatus status = OrderStatus.valueOf(order.path("status").asString());
    return status != OrderStatus.PLACING && status != OrderStatus.FAILED;
  }

  private static Figures figures(JsonNode order) {
    JsonNode lines = order.path("lines");
    long pieces = 0;
    long units = 0;
    for (JsonNode line : lines) {
      pieces += line.path("quantity").asLong();
      units += units(line.path("attributes"));
    }
    return new Figures(
        1,
        lines.size(),
        pieces,
        money(order.path("subtotal")),
        money(order.path("shippingCost")),
        units,
        Map.of(OrderStatus.valueOf(order.path("status").asString()), 1L));
  }

  private static long units(JsonNode attributes) {
    for (JsonNode attribute : attributes) {
      if (attribute.path("name").asString().equals("units")) {
        return Long.parseLong(attribute.path("value").asString());
      }
    }
    return 0;
  }

  private static Money money(JsonNode money) {
    return new Money(
        money.path("amountMinor").asLong(),
        Currency.getInstance(money.path("currency").asString()));
  }
}
