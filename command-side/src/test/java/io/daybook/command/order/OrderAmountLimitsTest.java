package io.daybook.command.order;

import static io.daybook.command.order.Orders.place;
import static io.daybook.command.testing.Given.CUSTOMER;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Shop.CART;
import static io.daybook.command.testing.Shop.TEA;
import static io.daybook.command.testing.Shop.TEA_LINE;
import static io.daybook.command.testing.Shop.created;
import static io.daybook.command.testing.Shop.eur;
import static io.daybook.command.testing.Shop.inCart;

import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.command.testing.Shop;
import io.daybook.kernel.Actor;
import io.daybook.kernel.AmountRule;
import io.daybook.kernel.Money;
import io.daybook.kernel.RejectionCode;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderRejection;
import io.daybook.order.StaffTerms;
import io.daybook.order.StaffTerms.LineTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

/// No amount of an order is larger than the shop can count, wherever it comes from.
class OrderAmountLimitsTest {
  private final KnownModels models = Shop.models();
  private final KnownClaims claims = new KnownClaims();

  @Test
  void a_price_by_hand_is_no_larger_than_the_shop_can_count() {
    models.of(CART, inCart(TEA_LINE, TEA, 1, 1299));
    Money price = eur(AmountRule.MOST_MINOR + 1);
    StaffTerms terms = new StaffTerms(List.of(new LineTerms(TEA, null, price, null)), null);
    refused(place(terms), STAFF, OrderRejection.INVALID_PRICE);
  }

  @Test
  void a_shipping_cost_is_no_larger_than_the_shop_can_count() {
    StaffTerms terms = new StaffTerms(null, eur(AmountRule.MOST_MINOR + 1));
    refused(place(terms), STAFF, OrderRejection.INVALID_TERMS);
  }

  @Test
  void a_line_comes_to_no_more_than_the_shop_can_count() {
    models.of(TEA, created(TEA, "Tea", Long.MAX_VALUE / 2), new ProductActivated(TEA, NOW));
    models.of(CART, inCart(TEA_LINE, TEA, 3, Long.MAX_VALUE / 2));
    refused(place(null), CUSTOMER, OrderRejection.INVALID_PRICE);

    StaffTerms terms =
        new StaffTerms(List.of(new LineTerms(TEA, null, eur(AmountRule.MOST_MINOR), null)), eur(0));
    refused(place(terms), STAFF, OrderRejection.INVALID_PRICE);
  }

  @Test
  void an_order_comes_to_no_more_than_the_shop_can_count() {
    models.of(CART, inCart(TEA_LINE, TEA, 1, 1299));
    Money most = eur(AmountRule.MOST_MINOR);
    StaffTerms terms = new StaffTerms(List.of(new LineTerms(TEA, null, most, null)), eur(0));
    refused(place(terms), STAFF, OrderRejection.INVALID_PRICE); // with the tax
  }

  private void refused(PlaceOrder command, Actor actor, RejectionCode code) {
    Orders.fixture(models, claims)
        .givenNoPriorActivity()
        .when(command, by(actor))
        .expectNoEvents()
        .expectException(Rejected.with(code));
  }
}
