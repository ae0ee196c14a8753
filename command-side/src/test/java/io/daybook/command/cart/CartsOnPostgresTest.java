package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartCommand.MergeGuestCart;
import io.daybook.cart.CartCommand.RemoveItemFromCart;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartRejection;
import io.daybook.catalog.ProductCommand.UpdateProduct;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.command.testing.AtOnce;
import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.Given;
import io.daybook.kernel.Command;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.ProductId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What carts promise each other needs the claims of the real database.
class CartsOnPostgresTest extends CommandSideTest {
  private static final int LOGINS = 20;

  private final ProductId product = ProductId.of(UUID.randomUUID());
  private final CartId guestCart = CartId.of(UUID.randomUUID());

  @BeforeEach
  void a_guest_has_something_in_the_cart() {
    happened(
        "Product", 0, List.of(Carts.created(product, PRICE), new ProductActivated(product, AT)));
    happened("Inventory", 0, List.of(Carts.stock(product, null, 1000)));
    send(guestAdds(), Given.CUSTOMER);
  }

  @Test
  void of_many_customers_one_takes_a_guests_cart_over() throws Exception {
    List<CustomerId> customers = Stream.generate(this::customer).limit(LOGINS).toList();

    List<Object> answers =
        AtOnce.callers(
            LOGINS, number -> answer(new MergeGuestCart(guestCart, customers.get(number))));

    assertThat(answers).filteredOn("taken"::equals).hasSize(1);
    assertThat(answers).filteredOn(CartRejection.GUEST_CART_NOT_FOUND::equals).hasSize(LOGINS - 1);
  }

  @Test
  void what_a_guest_adds_is_merged_or_refused_but_never_lost() throws Exception {
    CustomerId customer = customer();

    List<Object> answers =
        AtOnce.callers(
            LOGINS,
            number -> answer(number == 0 ? new MergeGuestCart(guestCart, customer) : guestAdds()));

    long added = answers.subList(1, LOGINS).stream().filter("taken"::equals).count();
    CartMerged merged = (CartMerged) eventsOf(CartId.of(customer)).getFirst();
    assertThat(merged.mergedItems().getFirst().quantity()).isEqualTo(1 + (int) added);
    assertThat(answers.subList(1, LOGINS))
        .allMatch(
            answer -> answer.equals("taken") || answer == CartRejection.CART_OF_ANOTHER_CUSTOMER);
  }

  /// Else a line would come in behind the new price, and behind those who give it to the carts.
  @Test
  void a_line_is_decided_again_when_its_product_was_changed_meanwhile() {
    UnitOfWork<?> adding = DefaultUnitOfWork.startAndGet(null);
    send(guestAdds(), Given.CUSTOMER);

    CompletableFuture.runAsync(() -> send(reprice(), Given.STAFF)).join();

    assertThatThrownBy(adding::commit).isInstanceOf(ConcurrencyException.class);
  }

  private UpdateProduct reprice() {
    return new UpdateProduct(product, null, null, PRICE.plus(PRICE), null);
  }

  @Test
  void a_cart_that_does_not_exist_is_not_found() {
    RemoveItemFromCart command =
        new RemoveItemFromCart(
            CartId.of(UUID.randomUUID()), CartItemId.of(UUID.randomUUID()), null);

    assertThat(answer(command)).isEqualTo(CartRejection.CART_NOT_FOUND);
  }

  private Object answer(Command command) {
    try {
      send(command, Given.CUSTOMER);
      return "taken";
    } catch (Rejection rejection) {
      return rejection.code();
    }
  }

  private AddItemToCart guestAdds() {
    return new AddItemToCart(
        guestCart, null, CartItemId.of(UUID.randomUUID()), product, null, 1, null);
  }

  private CustomerId customer() {
    CustomerId customer = CustomerId.of(UUID.randomUUID());
    happened("Customer", 0, List.of(Carts.registered(customer)));
    return customer;
  }
}
