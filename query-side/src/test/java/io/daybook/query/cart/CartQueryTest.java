package io.daybook.query.cart;

import static io.daybook.query.testing.Known.at;
import static io.daybook.query.testing.Known.cart;
import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.euros;
import static io.daybook.query.testing.Known.item;
import static io.daybook.query.testing.Known.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.query.testing.ReadTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CartQueryTest extends ReadTest {
  private static final String PAGE =
      "{ carts(first: 10) { edges { node { id units total { amountMinor currency } } } } }";

  @Test
  void a_cart_tells_what_it_comes_to() {
    given(added(1, 1, 2, 1000), added(1, 2, 1, 299));

    JsonNode found = read(PAGE).at("/carts/edges/0/node");

    assertThat(found.at("/total/amountMinor").asLong()).isEqualTo(2299);
    assertThat(found.at("/total/currency").asString()).isEqualTo("EUR");
    assertThat(found.at("/units").asLong()).isEqualTo(3);
  }

  /// Prices were not always bounded.
  @Test
  void a_cart_that_comes_to_more_than_can_be_told_spoils_no_page() {
    given(added(1, 1, 2, 9_000_000_000_000_000_000L), added(2, 2, 1, 1000));

    JsonNode page = read(PAGE).at("/carts/edges");

    assertThat(page.size()).isEqualTo(2);
    assertThat(page.valueStream().map(edge -> edge.at("/node/total/amountMinor").asLong(0)))
        .containsExactlyInAnyOrder(0L, 1000L);
  }

  private static ItemAddedToCart added(int cart, int product, int quantity, long minor) {
    return new ItemAddedToCart(
        cart(cart),
        customer(cart),
        item(product),
        product(product),
        null,
        quantity,
        quantity,
        euros(minor),
        Map.of(),
        at(product));
  }
}
