package io.daybook.command.order;

import static io.daybook.command.order.Orders.STARTED;
import static io.daybook.command.order.Orders.place;
import static io.daybook.command.testing.Given.CUSTOMER;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.TENANT;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.CART;
import static io.daybook.command.testing.Shop.HOME;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.POT;
import static io.daybook.command.testing.Shop.POT_LINE;
import static io.daybook.command.testing.Shop.TEA;
import static io.daybook.command.testing.Shop.TEA_LINE;
import static io.daybook.command.testing.Shop.counted;
import static io.daybook.command.testing.Shop.created;
import static io.daybook.command.testing.Shop.eur;
import static io.daybook.command.testing.Shop.inCart;
import static io.daybook.command.testing.Shop.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductDeactivated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.command.testing.Shop;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.kernel.Actor;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.VariantId;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderRejection;
import io.daybook.order.StaffTerms;
import io.daybook.order.StaffTerms.LineTerms;
import io.daybook.payment.PaymentRejection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
  private final KnownModels models = Shop.models();
  private final KnownClaims claims = new KnownClaims();

  @Test
  void a_cart_becomes_the_start_of_an_order_with_all_amounts_settled() {
    Orders.fixture(models, claims)
        .givenNoPriorActivity()
        .when(place(null), by(CUSTOMER))
        .expectEvents(STARTED);
  }

  @Test
  void the_same_placement_again_changes_nothing() {
    Orders.fixture(models, claims)
        .given(events(STARTED))
        .when(place(null), by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void another_placement_under_the_same_id_is_refused() {
    Orders.fixture(models, claims)
        .given(events(STARTED))
        .when(
            new PlaceOrder(ORDER, ADA, HOME, "sandbox:decline-soft", null, null, null),
            by(CUSTOMER))
        .expectException(Rejected.with(OrderRejection.ORDER_ID_TAKEN));
  }

  @Test
  void terms_by_hand_replace_price_discount_and_shipping_and_say_who_gave_them() {
    StaffTerms terms =
        new StaffTerms(
            List.of(new LineTerms(TEA, null, eur(1000), new BigDecimal("0.15"))), eur(0));

    OrderPlacementStarted started = placed(place(terms), STAFF);

    assertThat(started.lineItems().getFirst().unitPrice()).isEqualTo(eur(1000));
    assertThat(started.lineItems().getFirst().listPrice()).isEqualTo(eur(1299));
    assertThat(started.lineItems().getFirst().discount()).isEqualTo(eur(450));
    assertThat(started.lineItems().getFirst().total()).isEqualTo(eur(2550));
    assertThat(started.lineItems().getFirst().termsBy()).isEqualTo("staff:usr_7");
    assertThat(started.shippingCost()).isEqualTo(eur(0));
    assertThat(started.shippingCostBy()).isEqualTo("staff:usr_7");
    assertThat(started.totalAmount()).isEqualTo(eur(2805));
  }

  @Test
  void a_discounted_line_is_rounded_once_and_half_up() {
    models.of(CART, inCart(TEA_LINE, TEA, 1, 1299));
    StaffTerms terms =
        new StaffTerms(List.of(new LineTerms(TEA, null, eur(5), new BigDecimal("0.5"))), eur(1));

    assertThat(placed(place(terms), STAFF).lineItems().getFirst().total()).isEqualTo(eur(3));
  }

  @Test
  void terms_are_staff_s_to_give() {
    refused(place(new StaffTerms(null, eur(0))), CUSTOMER, KernelRejection.STAFF_ONLY);
  }

  @Test
  void terms_for_what_is_not_in_the_cart_are_refused() {
    StaffTerms terms = new StaffTerms(List.of(new LineTerms(POT, null, eur(1), null)), null);
    refused(place(terms), STAFF, OrderRejection.INVALID_TERMS);
  }

  @Test
  void terms_that_name_a_line_twice_are_refused() {
    LineTerms line = new LineTerms(TEA, null, eur(1), null);
    refused(place(new StaffTerms(List.of(line, line), null)), STAFF, OrderRejection.INVALID_TERMS);
  }

  @Test
  void a_negative_shipping_cost_is_refused() {
    refused(place(new StaffTerms(null, eur(-1))), STAFF, OrderRejection.INVALID_TERMS);
  }

  @Test
  void a_price_of_zero_is_refused() {
    StaffTerms terms = new StaffTerms(List.of(new LineTerms(TEA, null, eur(0), null)), null);
    refused(place(terms), STAFF, OrderRejection.INVALID_PRICE);
  }

  @Test
  void a_discount_of_everything_is_refused() {
    StaffTerms terms =
        new StaffTerms(List.of(new LineTerms(TEA, null, null, BigDecimal.ONE)), null);
    refused(place(terms), STAFF, OrderRejection.INVALID_DISCOUNT);
  }

  @Test
  void a_discount_of_five_decimals_is_refused() {
    StaffTerms terms =
        new StaffTerms(List.of(new LineTerms(TEA, null, null, new BigDecimal("0.12345"))), null);
    refused(place(terms), STAFF, OrderRejection.INVALID_DISCOUNT);
  }

  @Test
  void shipping_in_another_currency_is_refused() {
    refused(
        place(new StaffTerms(null, Money.of(1, "USD"))), STAFF, KernelRejection.CURRENCY_MISMATCH);
  }

  @Test
  void an_unknown_customer_cannot_order() {
    models.of(ADA);
    refused(place(null), CUSTOMER, OrderRejection.CUSTOMER_NOT_FOUND);
  }

  @Test
  void an_erased_customer_cannot_order() {
    models.of(
        ADA,
        Shop.registered(),
        Shop.verified(),
        Shop.lives(),
        new CustomerDataErased(ADA, uuid(99), NOW));
    refused(place(null), CUSTOMER, OrderRejection.CUSTOMER_NOT_FOUND);
  }

  @Test
  void a_customer_whose_address_was_not_verified_cannot_order() {
    models.of(ADA, Shop.registered(), Shop.lives());
    refused(place(null), CUSTOMER, OrderRejection.EMAIL_NOT_VERIFIED);
  }

  @Test
  void an_address_that_is_not_the_customer_s_is_refused() {
    refused(
        new PlaceOrder(ORDER, ADA, AddressId.of(uuid(98)), "sandbox:approve", null, null, null),
        CUSTOMER,
        OrderRejection.ADDRESS_NOT_FOUND);
  }

  @Test
  void an_empty_cart_cannot_be_ordered() {
    models.of(CART);
    refused(place(null), CUSTOMER, OrderRejection.CART_EMPTY);
  }

  @Test
  void a_guest_s_cart_is_merged_before_it_is_ordered() {
    models.of(
        CART, new ItemAddedToCart(CART, null, TEA_LINE, TEA, null, 1, 1, eur(1299), Map.of(), NOW));
    refused(place(null), CUSTOMER, OrderRejection.CART_OF_ANOTHER_CUSTOMER);
  }

  @Test
  void a_cart_is_ordered_by_one_request_at_a_time() {
    claims.take(TENANT.value(), ClaimKinds.CHECKOUT, CART.value(), "ord_another");
    refused(place(null), CUSTOMER, OrderRejection.CHECKOUT_IN_PROGRESS);
  }

  @Test
  void a_product_that_left_the_shop_cannot_be_ordered() {
    models.of(
        TEA,
        created(TEA, "Tea", 1299),
        new ProductActivated(TEA, NOW),
        new ProductDeactivated(TEA, NOW));
    refused(place(null), CUSTOMER, OrderRejection.PRODUCT_UNAVAILABLE);
  }

  @Test
  void a_price_that_the_customer_has_not_seen_is_not_charged() {
    models.of(CART, inCart(TEA_LINE, TEA, 1, 1199));
    refused(place(null), CUSTOMER, OrderRejection.PRICE_CHANGED);
  }

  @Test
  void a_product_that_is_sold_by_variant_by_now_cannot_be_ordered_without_one() {
    models.of(
        TEA,
        created(TEA, "Tea", 1299),
        new ProductActivated(TEA, NOW),
        new ProductVariantAdded(TEA, VariantId.of(uuid(97)), "Large", null, null, Map.of(), NOW));
    refused(place(null), CUSTOMER, OrderRejection.VARIANT_REQUIRED);
  }

  @Test
  void an_order_that_comes_to_the_total_that_was_shown_is_placed() {
    assertThat(placed(expecting(eur(4826)), CUSTOMER).totalAmount()).isEqualTo(eur(4826));
  }

  @Test
  void an_order_that_comes_to_another_total_than_was_shown_is_refused() {
    refused(expecting(eur(4825)), CUSTOMER, OrderRejection.PRICE_CHANGED);
    refused(expecting(eur(4827)), CUSTOMER, OrderRejection.PRICE_CHANGED);
    refused(expecting(Money.of(4826, "USD")), CUSTOMER, OrderRejection.PRICE_CHANGED);
  }

  @Test
  void more_than_is_left_cannot_be_ordered() {
    models.of(InventoryId.of(TEA, null), counted(TEA, 2));
    refused(place(null), CUSTOMER, OrderRejection.OUT_OF_STOCK);
  }

  @Test
  void demand_is_summed_over_the_lines_of_one_thing() {
    models.of(CART, inCart(TEA_LINE, TEA, 6, 1299), inCart(POT_LINE, TEA, 5, 1299));
    refused(place(null), CUSTOMER, OrderRejection.OUT_OF_STOCK);
  }

  @Test
  void a_gateway_that_the_shop_does_not_have_is_refused() {
    refused(
        new PlaceOrder(ORDER, ADA, HOME, "nobody:knows", null, null, null),
        CUSTOMER,
        OrderRejection.UNKNOWN_PAYMENT_METHOD);
  }

  @Test
  void a_payment_method_without_a_gateway_is_refused() {
    refused(
        new PlaceOrder(ORDER, ADA, HOME, "visa", null, null, null),
        CUSTOMER,
        PaymentRejection.UNSUPPORTED_CARD_TYPE);
  }

  @Test
  void a_number_that_another_order_has_is_passed_over() {
    claims.take(TENANT.value(), ClaimKinds.ORDER_NUMBER, Orders.NUMBER, "ord_another");

    assertThat(placed(place(null), CUSTOMER).orderNumber())
        .isEqualTo(OrderNumbers.candidate(ORDER, 1));
  }

  @Test
  void a_number_can_be_read_out() {
    assertThat(Orders.NUMBER).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
  }

  private static PlaceOrder expecting(Money total) {
    return new PlaceOrder(ORDER, ADA, HOME, "sandbox:approve", null, total, null);
  }

  private OrderPlacementStarted placed(PlaceOrder command, Actor actor) {
    AtomicReference<OrderPlacementStarted> started = new AtomicReference<>();
    Orders.fixture(models, claims)
        .givenNoPriorActivity()
        .when(command, by(actor))
        .expectSuccessfulHandlerExecution()
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(
                        payload -> {
                          started.set((OrderPlacementStarted) payload);
                          return true;
                        }))));
    return started.get();
  }

  private void refused(PlaceOrder command, Actor actor, RejectionCode code) {
    Orders.fixture(models, claims)
        .givenNoPriorActivity()
        .when(command, by(actor))
        .expectNoEvents()
        .expectException(Rejected.with(code));
  }
}
