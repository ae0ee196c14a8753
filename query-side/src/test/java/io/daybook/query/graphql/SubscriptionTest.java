package io.daybook.query.graphql;

import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.order;
import static io.daybook.query.testing.Known.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.kernel.Event;
import io.daybook.query.projection.UpdateEmitter;
import io.daybook.query.testing.EventStreamClient;
import io.daybook.query.testing.OrderEvents;
import io.daybook.query.testing.ReadTest;
import io.daybook.query.testing.Shop;
import io.daybook.query.testing.Socket;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SubscriptionTest extends ReadTest {
  private static final String ALL = "subscription { orderUpdated { id status lines { name } } }";

  @Autowired UpdateEmitter updates;
  @Autowired EventProcessingConfiguration processing;

  /// The subscription of the test before may take a moment to end.
  @BeforeEach
  void no_subscription_is_left() {
    await().until(() -> updates.subscribers() == 0);
  }

  @Test
  void an_order_is_sent_after_each_change() {
    try (Socket socket = subscribed(ALL)) {
      given(OrderEvents.started(1));
      assertThat(status(socket)).isEqualTo("PLACING");

      given(OrderEvents.placed(1));
      assertThat(status(socket)).isEqualTo("PENDING");
    }
  }

  @Test
  void an_order_is_sent_with_what_hangs_on_it() {
    try (Socket socket = subscribed(ALL)) {
      given(OrderEvents.started(1));

      assertThat(socket.next().at("/payload/data/orderUpdated/lines/1/name").asString())
          .isEqualTo("Product 2");
    }
  }

  @Test
  void only_the_order_that_is_asked_for_is_sent() {
    String one = "subscription { orderUpdated(orderId: \"%s\") { id } }".formatted(order(2));
    try (Socket socket = subscribed(one)) {
      given(OrderEvents.started(1));
      given(OrderEvents.started(2));

      assertThat(id(socket)).isEqualTo(order(2).value());
    }
  }

  @Test
  void only_the_orders_of_the_customer_are_sent() {
    String hers = "subscription { orderUpdated(customerId: \"%s\") { id } }".formatted(customer(2));
    try (Socket socket = subscribed(hers)) {
      given(OrderEvents.started(1));
      given(OrderEvents.started(2));

      assertThat(id(socket)).isEqualTo(order(2).value());
    }
  }

  @Test
  void another_tenant_hears_nothing() {
    try (Socket other = Socket.withHeader(HTTP, socketUri(), "other");
        Socket own = Socket.withHeader(HTTP, socketUri(), tenant)) {
      other.subscribe(ALL);
      own.subscribe(ALL);
      await().until(() -> updates.subscribers() == 2);

      given(OrderEvents.started(1));

      assertThat(own.next()).isNotNull();
      assertThat(other.within(200)).isNull();
    }
  }

  @Test
  void a_browser_names_the_tenant_when_it_connects() {
    try (Socket socket = subscribed(ALL, uri -> Socket.withPayload(HTTP, uri, tenant))) {
      given(OrderEvents.started(1));

      assertThat(status(socket)).isEqualTo("PLACING");
    }
  }

  @Test
  void a_replay_tells_nothing() {
    given(OrderEvents.started(1));
    try (Socket socket = subscribed(ALL)) {
      replay("projection-order");
      given(OrderEvents.started(2));

      assertThat(id(socket)).isEqualTo(order(2).value());
      assertThat(socket.within(200)).isNull();
    }
  }

  @Test
  void a_stock_is_sent_after_each_change() {
    String stock =
        "subscription { stockChanged(productId: \"%s\") { productId available } }"
            .formatted(product(1));
    try (Socket socket = subscribed(stock)) {
      given(Shop.stocked(2, 5));
      given(Shop.stocked(1, 10));
      JsonNode counted = socket.next().at("/payload/data/stockChanged");
      given(Shop.reserved(1, 4));
      JsonNode reserved = socket.next().at("/payload/data/stockChanged");

      assertThat(counted.get("productId").asString()).isEqualTo(product(1).value());
      assertThat(counted.get("available").asInt()).isEqualTo(10);
      assertThat(reserved.get("available").asInt()).isEqualTo(6);
    }
  }

  @Test
  void an_order_is_sent_as_a_server_sent_event() throws Exception {
    try (EventStreamClient stream = new EventStreamClient(request(ALL, Map.of()))) {
      await().until(() -> updates.subscribers() == 1);
      given(OrderEvents.started(1));

      assertThat(stream.next().data().at("/data/orderUpdated/status").asString())
          .isEqualTo("PLACING");
    }
  }

  private Socket subscribed(String query) {
    return subscribed(query, uri -> Socket.withHeader(HTTP, uri, tenant));
  }

  private Socket subscribed(String query, Function<URI, Socket> connect) {
    Socket socket = connect.apply(socketUri());
    socket.subscribe(query);
    await().until(() -> updates.subscribers() == 1);
    return socket;
  }

  private URI socketUri() {
    return URI.create("ws://localhost:" + port + "/graphql");
  }

  private void replay(String processor) {
    StreamingEventProcessor streaming =
        processing.eventProcessor(processor, StreamingEventProcessor.class).orElseThrow();
    streaming.shutDown();
    streaming.resetTokens();
    streaming.start();
    given(new Event[0]);
  }

  private static String status(Socket socket) {
    return socket.next().at("/payload/data/orderUpdated/status").asString();
  }

  private static String id(Socket socket) {
    return socket.next().at("/payload/data/orderUpdated/id").asString();
  }
}
