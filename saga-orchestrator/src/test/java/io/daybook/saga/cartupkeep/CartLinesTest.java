package io.daybook.saga.cartupkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.cart.CartCommand.RemoveItemFromCart;
import io.daybook.cart.CartCommand.RepriceCartItem;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.cart.CartEvent.MergedItem;
import io.daybook.cart.CartRejection;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import io.daybook.saga.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CartLinesTest extends CartFixture {
  private static final VariantId GREEN = VariantId.of(Samples.uuid(14));
  private static final Money PRICE = Money.of(1_250, "EUR");

  @Test
  void a_deleted_product_is_taken_out_of_every_cart_that_has_it() {
    added(cart(1), item(1), null);
    added(cart(2), item(2), Samples.BLUE);

    deleted();

    assertThat(commands.sent())
        .containsExactlyInAnyOrder(
            new RemoveItemFromCart(cart(1), item(1), RemoveItemFromCart.PRODUCT_DELETED),
            new RemoveItemFromCart(cart(2), item(2), RemoveItemFromCart.PRODUCT_DELETED));
  }

  @Test
  void there_may_be_any_number_of_carts() {
    for (int number = 0; number < 450; number++) {
      added(cart(number), item(number), null);
    }

    deleted();

    assertThat(commands.sent()).doesNotHaveDuplicates().hasSize(450);
  }

  @Test
  void another_tenants_carts_are_left_alone() {
    addedByAnother(cart(1), item(1));

    deleted();

    assertThat(commands.sent()).isEmpty();
  }

  @Test
  void a_line_that_was_removed_before_is_left_alone() {
    added(cart(1), item(1), null);
    ItemRemovedFromCart event =
        new ItemRemovedFromCart(cart(1), item(1), Samples.TEA, null, "BY_CUSTOMER", Samples.NOW);
    deliver(event);

    deleted();

    assertThat(commands.sent()).isEmpty();
  }

  @Test
  void a_line_that_is_gone_meanwhile_hinders_nothing() {
    commands.refusing(RemoveItemFromCart.class, CartRejection.ITEM_NOT_IN_CART);
    added(cart(1), item(1), null);
    added(cart(2), item(2), null);

    deleted();

    assertThat(commands.sent()).hasSize(2);
  }

  @Test
  void a_new_price_reaches_every_line_but_those_of_variants_with_their_own() {
    variant(Samples.BLUE, PRICE);
    variant(GREEN, null);
    added(cart(1), item(1), null);
    added(cart(2), item(2), Samples.BLUE);
    added(cart(3), item(3), GREEN);

    repriced(PRICE);
    assertThat(runner.runDue(Samples.TENANT)).isEqualTo(1);

    assertThat(commands.sent())
        .containsExactlyInAnyOrder(
            new RepriceCartItem(cart(1), item(1), PRICE),
            new RepriceCartItem(cart(3), item(3), PRICE));
  }

  @Test
  void of_two_new_prices_the_later_one_holds() {
    added(cart(1), item(1), null);
    repriced(Money.of(1, "EUR"));
    repriced(PRICE);

    runner.runDue(Samples.TENANT);

    assertThat(commands.sent()).containsExactly(new RepriceCartItem(cart(1), item(1), PRICE));
  }

  @Test
  void a_product_that_is_in_no_cart_is_none_of_the_agendas() {
    addedByAnother(cart(1), item(1));

    repriced(PRICE);
    deleted();

    assertThat(runner.runDue(Samples.TENANT)).isZero();
  }

  /// The earlier price waits, the cart is emptied, the price changes once more, and a cart is
  /// filled.
  @Test
  void a_price_that_waits_is_replaced_though_no_cart_is_left() {
    added(cart(1), item(1), null);
    repriced(Money.of(1, "EUR"));
    deliver(new CartCleared(cart(1), null, ClearCart.ORDERED, Samples.ORDER, Samples.NOW));
    repriced(PRICE);
    added(cart(2), item(2), null);

    runner.runDue(Samples.TENANT);

    assertThat(commands.sent()).containsExactly(new RepriceCartItem(cart(2), item(2), PRICE));
  }

  @Test
  void what_was_put_into_a_cart_in_the_same_transaction_is_repriced_and_removed_as_well() {
    deliver(
        addition(cart(1), item(1), null, Samples.NOW),
        new ProductUpdated(
            Samples.TEA, new ChangedFields("Tea", null, PRICE, null), "staff:usr_1", Samples.NOW),
        new ProductDeleted(Samples.TEA, "staff:usr_1", Samples.NOW));

    runner.runDue(Samples.TENANT);

    assertThat(commands.sent())
        .containsExactlyInAnyOrder(
            new RepriceCartItem(cart(1), item(1), PRICE),
            new RemoveItemFromCart(cart(1), item(1), RemoveItemFromCart.PRODUCT_DELETED));
  }

  @Test
  void of_many_products_that_change_together_those_in_carts_are_found() {
    ProductId coffee = ProductId.of(Samples.uuid(15));
    added(cart(1), item(1), null);

    deliver(
        repricing(coffee, PRICE),
        repricing(Samples.TEA, Money.of(1, "EUR")),
        new ProductDeleted(coffee, "staff:usr_1", Samples.NOW),
        repricing(Samples.TEA, PRICE));

    assertThat(runner.runDue(Samples.TENANT)).isEqualTo(1);
    assertThat(commands.sent()).containsExactly(new RepriceCartItem(cart(1), item(1), PRICE));
  }

  @Test
  void they_are_found_when_the_events_go_one_by_one_after_a_failure() {
    database.sql("CREATE SEQUENCE process.tries").update();
    database
        .sql(
            """
            CREATE FUNCTION process.fail_once() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF nextval('process.tries') = 1 THEN RAISE check_violation; END IF;
              RETURN new;
            END $$
            """)
        .update();
    database
        .sql(
            "CREATE TRIGGER fail_once BEFORE INSERT ON process.cart_item"
                + " FOR EACH ROW EXECUTE FUNCTION process.fail_once()")
        .update();

    deliver(
        repricing(Samples.TEA, Money.of(1, "EUR")),
        addition(cart(1), item(1), null, Samples.NOW),
        repricing(Samples.TEA, PRICE),
        repricing(ProductId.of(Samples.uuid(15)), PRICE));
    runner.runDue(Samples.TENANT);

    assertThat(commands.sent()).containsExactly(new RepriceCartItem(cart(1), item(1), PRICE));
  }

  @Test
  void carts_that_are_filled_and_emptied_in_one_transaction_leave_nothing_behind() {
    deliver(
        addition(cart(1), item(1), null, Samples.NOW),
        addition(cart(2), item(2), null, Samples.NOW),
        new CartCleared(cart(1), null, ClearCart.ORDERED, Samples.ORDER, Samples.NOW),
        addition(cart(1), item(3), null, Samples.NOW),
        new CartCleared(cart(2), null, ClearCart.ORDERED, Samples.ORDER, Samples.NOW));

    assertThat(index.with(Samples.TENANT, Samples.TEA, null))
        .containsExactly(new CartItemKey(cart(1), item(3)));
    assertThat(database.sql("SELECT count(*) FROM process.agenda").query(Long.class).single())
        .isOne();
  }

  @Test
  void a_change_of_anything_else_concerns_no_cart() {
    added(cart(1), item(1), null);
    repriced(null);

    assertThat(runner.runDue(Samples.TENANT)).isZero();
  }

  @Test
  void merged_lines_are_found_in_the_customers_cart_and_the_guests_cart_is_emptied() {
    added(cart(1), item(1), null);
    CartMerged event =
        new CartMerged(
            Samples.CART,
            cart(1),
            Samples.CUSTOMER,
            List.of(new MergedItem(item(9), Samples.TEA, null, 1, 1, Samples.TOTAL, Map.of())),
            Samples.NOW);
    deliver(event);

    assertThat(commands.sent())
        .containsExactly(new ClearCart(cart(1), ClearCart.MERGED, null, null));
    assertThat(index.with(Samples.TENANT, Samples.TEA, null))
        .contains(new CartItemKey(Samples.CART, item(9)));
  }

  private void deleted() {
    ProductDeleted event = new ProductDeleted(Samples.TEA, "staff:usr_1", Samples.NOW);
    deliver(event);
    runDueAfter(Duration.ZERO);
  }

  private void repriced(Money price) {
    deliver(repricing(Samples.TEA, price));
  }

  private static ProductUpdated repricing(ProductId product, Money price) {
    return new ProductUpdated(
        product, new ChangedFields("Tea", null, price, null), "staff:usr_1", Samples.NOW);
  }

  private void variant(VariantId variant, Money price) {
    ProductVariantAdded event =
        new ProductVariantAdded(
            Samples.TEA, variant, "A variant", null, price, Map.of(), Samples.NOW);
    deliver(event);
  }
}
