package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.http.Route;
import io.daybook.http.Routes;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Samples;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.order.OrderCapability;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Who may do what.
class RolesTest extends CommandApiCase {
  private static final List<Actor.Kind> CALLERS =
      List.of(Actor.Kind.STAFF, Actor.Kind.CUSTOMER, Actor.Kind.ANONYMOUS);

  private static final CustomerId OWNER = CustomerId.of(UUID.randomUUID());
  private static final OrderId ORDER = OrderId.of(UUID.randomUUID());

  @Autowired private MockMvcTester mvc;

  static Stream<Route> routes() {
    return Routes.installed().all().stream();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void each_route_is_for_the_roles_that_it_names(Route route) {
    for (Actor.Kind caller : CALLERS) {
      String path = route.path().replaceAll("\\{\\w+}", "x");
      MvcTestResult answer =
          mvc.method(route.method())
              .uri(URI.create(path))
              .contentType("application/json")
              .header("Daybook-Actor", caller.name().toLowerCase(Locale.ROOT) + ":me")
              .content("{\"no\":1}")
              .exchange();

      assertThat(answer)
          .as("%s %s", caller, path)
          .hasStatus(route.allowed().contains(caller) ? 400 : 403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer:me", "anonymous:me"})
  void the_admin_s_routes_are_for_staff(String actor) {
    MvcTestResult refused =
        mvc.get()
            .uri("/api/v1/admin/mail?recipient=ada@example.org")
            .header("Daybook-Actor", actor)
            .exchange();

    assertThat(refused).hasStatus(403);
    assertThat(code(refused)).isEqualTo("STAFF_ONLY");
  }

  @Test
  void a_customer_acts_on_the_own_data_only() {
    CustomerId mine = new CustomerId(fresh("cus_"));
    CustomerId other = new CustomerId(fresh("cus_"));
    String path = "/customers/" + other + "/erasure";

    MvcTestResult refused = sendAs("customer:" + mine, path, "{\"confirmation\":true}");

    assertThat(refused).hasStatus(403);
    assertThat(code(refused)).isEqualTo("NOT_YOUR_OWN");
    assertThat(sendAs("customer:" + other, path, "{\"confirmation\":true}")).hasStatus(404);
  }

  @Test
  void who_registers_is_nobody_yet() {
    String body =
        """
        {"customerId":"%s","email":"%s@example.org","firstName":"Ada","lastName":"Lovelace",
         "password":"correct horse 1"}\
        """
            .formatted(fresh("cus_"), fresh("a"));

    assertThat(sendAs("anonymous:me", "/customers", body)).hasStatus(201);
  }

  @Test
  void an_order_is_cancelled_by_its_customer_or_by_staff() {
    String path = "/orders/" + ORDER + "/cancel";
    String why = "{\"reason\":\"late\"}";
    givenAnOrder();

    assertThat(code(sendAs("customer:" + fresh("cus_"), path, why))).isEqualTo("NOT_YOUR_OWN");
    assertThat(sendAs("anonymous:me", path, why)).hasStatus(403);
    assertThat(code(sendAs("customer:" + OWNER, path, why))).isNotEqualTo("NOT_YOUR_OWN");
    assertThat(code(post(path, why))).isNotEqualTo("NOT_YOUR_OWN");
  }

  @Test
  void a_cart_is_changed_by_its_customer_or_by_staff() {
    String path = "/carts/" + CartId.of(OWNER) + "/items/" + fresh("itm_") + "/restore";
    givenAnOrder();

    assertThat(code(sendAs("anonymous:me", path, ""))).isEqualTo("NOT_YOUR_OWN");
    assertThat(code(sendAs("customer:" + fresh("cus_"), path, ""))).isEqualTo("NOT_YOUR_OWN");
    assertThat(code(sendAs("customer:" + OWNER, path, ""))).isEqualTo("NOTHING_TO_RESTORE");
  }

  /// An order of the owner, who has a line in the cart as well.
  private void givenAnOrder() {
    if (eventCountOf(ORDER) > 0) {
      return;
    }
    var sample = (OrderPlacementStarted) new OrderCapability().samples().getFirst();
    happened(
        "Order",
        0,
        List.of(
            new OrderPlacementStarted(
                ORDER,
                sample.orderNumber(),
                OWNER,
                CartId.of(OWNER),
                sample.lineItems(),
                sample.subtotal(),
                sample.shippingCost(),
                sample.tax(),
                sample.totalAmount(),
                sample.shippingAddress(),
                sample.paymentMethodId(),
                null,
                Samples.at(20))));
    happened(
        "Cart",
        0,
        List.of(
            new ItemAddedToCart(
                CartId.of(OWNER),
                OWNER,
                CartItemId.of(Samples.uuid(1)),
                ProductId.of(Samples.uuid(1)),
                null,
                1,
                1,
                Samples.euros(1200),
                Map.of(),
                Samples.at(19))));
  }
}
