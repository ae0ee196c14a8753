package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADA;
import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.CHAI;
import static io.daybook.command.cart.Carts.COFFEE;
import static io.daybook.command.cart.Carts.GUESTS;
import static io.daybook.command.cart.Carts.MUG;
import static io.daybook.command.cart.Carts.ORDER;
import static io.daybook.command.cart.Carts.SMALL;
import static io.daybook.command.cart.Carts.UNDO;
import static io.daybook.command.cart.Carts.guestChai;
import static io.daybook.command.cart.Carts.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.cart.CartCommand;
import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.cart.CartCommand.ExpireCart;
import io.daybook.cart.CartCommand.MergeGuestCart;
import io.daybook.cart.CartCommand.RemoveItemFromCart;
import io.daybook.cart.CartCommand.RestoreCartItem;
import io.daybook.cart.CartCommand.UpdateCartItemQuantity;
import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Living;
import io.daybook.kernel.Event;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.axonframework.messaging.ResultMessage;

/// Any sequence of commands to one cart of a shop that has ten of chai, five of coffee, two mugs.
class CartQuantitiesTest {
  private record Thing(ProductId product, VariantId variant) {}

  private static final Map<Thing, Integer> AVAILABLE =
      Map.of(new Thing(CHAI, null), 10, new Thing(COFFEE, null), 5, new Thing(MUG, SMALL), 2);

  @Property(tries = 400)
  void a_cart_has_one_line_of_each_thing_and_no_more_than_there_are(
      @ForAll("commands") @Size(max = 40) List<CartCommand> commands) {
    Living<Cart> cart = living();
    for (CartCommand command : commands) {
      ResultMessage<?> result = cart.send(command, Given.by(Given.PROCESS));
      if (result.isExceptional()) {
        assertThat(result.exceptionResult()).isInstanceOf(Rejection.class);
      }
      List<CartItem> lines = contents(cart.events()).lines();
      assertThat(lines).extracting(CartQuantitiesTest::thing).doesNotHaveDuplicates();
      assertThat(lines).extracting(CartItem::cartItemId).doesNotHaveDuplicates();
      assertThat(lines)
          .allSatisfy(line -> assertThat(line.quantity()).isBetween(1, AVAILABLE.get(thing(line))));
    }
  }

  @Property(tries = 400)
  void whatever_is_asked_twice_in_a_row_happens_once(
      @ForAll("commands") @Size(max = 40) List<CartCommand> commands) {
    Living<Cart> cart = living();
    for (CartCommand command : commands) {
      cart.send(command, Given.by(Given.PROCESS));
      List<Event> once = cart.events();
      cart.send(command, Given.by(Given.PROCESS));
      assertThat(cart.events()).isEqualTo(once);
    }
  }

  @Property(tries = 200)
  void a_removal_that_is_taken_back_in_time_leaves_the_cart_as_it_was(
      @ForAll("commands") @Size(max = 40) List<CartCommand> commands) {
    Living<Cart> cart = living();
    commands.forEach(command -> cart.send(command, Given.by(Given.PROCESS)));
    for (CartItem line : contents(cart.events()).lines()) {
      CartModel before = contents(cart.events());
      cart.send(new RemoveItemFromCart(ADAS, line.cartItemId(), null), Given.by(Given.CUSTOMER));
      assertThat(contents(cart.events()).line(line.cartItemId())).isEmpty();
      cart.send(
          new RestoreCartItem(ADAS, line.cartItemId()),
          Given.by(Given.CUSTOMER, AT.plus(UNDO).minusMillis(1)));
      assertThat(contents(cart.events()).lines())
          .containsExactlyInAnyOrderElementsOf(before.lines());
    }
  }

  @Provide
  Arbitrary<List<CartCommand>> commands() {
    Arbitrary<Integer> quantity = Arbitraries.integers().between(-1, 12);
    Arbitrary<CartItemId> id = Arbitraries.integers().between(1, 12).map(CartQuantitiesTest::id);
    Arbitrary<Thing> thing = Arbitraries.of(AVAILABLE.keySet());
    return Arbitraries.<CartCommand>frequencyOf(
            Tuple.of(4, Combinators.combine(id, thing, quantity).as(this::add)),
            Tuple.of(
                2,
                Combinators.combine(id, quantity)
                    .as((line, some) -> new UpdateCartItemQuantity(ADAS, line, some))),
            Tuple.of(2, id.map(line -> new RemoveItemFromCart(ADAS, line, null))),
            Tuple.of(2, id.map(line -> new RestoreCartItem(ADAS, line))),
            Tuple.of(1, Arbitraries.just(new MergeGuestCart(GUESTS, ADA))),
            Tuple.of(1, Arbitraries.just(new ExpireCart(ADAS, AT))),
            Tuple.of(
                1,
                Combinators.combine(id, quantity)
                    .as((line, some) -> new ClearCart(ADAS, "ORDERED", ORDER, Map.of(line, some)))))
        .list();
  }

  private CartCommand add(CartItemId id, Thing thing, int quantity) {
    return new AddItemToCart(ADAS, ADA, id, thing.product(), thing.variant(), quantity, null);
  }

  private static Living<Cart> living() {
    ItemAddedToCart guests = guestChai(3);
    return new Living<>(
        Cart.class, new Cart(), shop().of(GUESTS, guests), new KnownClaims(), Carts.policies());
  }

  private static CartModel contents(List<Event> events) {
    CartModel contents = CartModel.NEW;
    for (Event event : events) {
      contents = CartModel.after(contents, (CartEvent) event);
    }
    return contents;
  }

  private static Thing thing(CartItem line) {
    return new Thing(line.productId(), line.variantId());
  }

  private static CartItemId id(int number) {
    return CartItemId.of(new UUID(0x0192f0c100007000L, 0x8000000000000000L + number));
  }
}
