package io.daybook.app.demo;

import io.daybook.app.client.Refused;
import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderStatus;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Says what there is to see, and how to go on: requests to copy.
record Guide(DemoShop shop, URI server) {
  private static final String STATES =
      """
      query ($after: String) {
        orders(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { status } } }
      }
      """;

  String describe(ShopClient client, Sender staff, long position) throws InterruptedException {
    Shopper buyer = shop.visitors().getFirst();
    int variants = shop.wares().stream().mapToInt(ware -> ware.variants().size()).sum();
    return """

    The shop of tenant '%1$s' has %2$d products with %3$d variants in %4$d categories,
    %5$d customers, carts of guests and of customers, and orders: %6$s.

    Place an order for what %7$s has in the cart:

      curl -s -X POST %8$s/api/v1/orders -H 'Content-Type: application/json' \\
        -H 'Daybook-Tenant: %1$s' -H 'Daybook-Actor: customer:%9$s' -H 'Prefer: wait=5' \\
        -d '{"customerId": "%9$s", "shippingAddressId": "%10$s",
             "paymentMethodId": "sandbox:approve"%11$s}'

    See the latest orders:

      curl -s %8$s/graphql -H 'Content-Type: application/json' -H 'Daybook-Tenant: %1$s' \\
        -d '{"query": "{ orders(first: 5) { edges { node { orderNumber status totalAmount { amountMinor currency } customer { lastName } lines { name quantity } timeline { at type } } } } }"}'

    Or look around:

      GraphiQL     %8$s/graphiql
      Swagger UI   %8$s/swagger-ui
    """
        .formatted(
            staff.tenant(),
            shop.wares().size(),
            variants,
            categories(),
            shop.shoppers().size(),
            states(client, staff, position),
            buyer.firstName() + " " + buyer.lastName(),
            server,
            buyer.id(),
            buyer.addressId(),
            expectedTotal(client, staff, buyer));
  }

  /// What the customer is shown: an order that comes to another amount by then is refused. Left out where
  /// the cart cannot be ordered as it is.
  private static String expectedTotal(ShopClient client, Sender staff, Shopper buyer)
      throws InterruptedException {
    PlaceOrder order =
        new PlaceOrder(
            OrderId.of(buyer.id().uuid()),
            buyer.id(),
            buyer.addressId(),
            "sandbox:approve",
            null,
            null,
            null);
    try {
      return client
          .totalOf(staff.as(buyer.actor()), order)
          .map(
              total ->
                  ",\n         \"expectedTotal\": {\"amountMinor\": %d, \"currency\": \"%s\"}"
                      .formatted(total.amountMinor(), total.currency()))
          .orElse("");
    } catch (Refused refused) {
      return "";
    }
  }

  private static long categories() {
    return Leaf.ALL.size()
        + Leaf.ALL.stream().map(Leaf::branch).distinct().count()
        + Leaf.ALL.stream().map(Leaf::root).distinct().count();
  }

  private static String states(ShopClient client, Sender staff, long position)
      throws InterruptedException {
    Map<OrderStatus, Integer> states = new TreeMap<>();
    Map<String, Object> variables = new HashMap<>();
    boolean more = true;
    while (more) {
      JsonNode orders = client.query(staff, STATES, variables, position).path("orders");
      for (JsonNode edge : orders.path("edges")) {
        states.merge(OrderStatus.valueOf(edge.at("/node/status").asString()), 1, Integer::sum);
      }
      more = orders.at("/pageInfo/hasNextPage").asBoolean();
      variables.put("after", orders.at("/pageInfo/endCursor").asString(""));
    }
    return states.entrySet().stream()
        .map(state -> state.getValue() + " " + state.getKey())
        .collect(Collectors.joining(", "));
  }
}
