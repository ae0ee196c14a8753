package io.daybook.saga.cartupkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.agenda.AgendaEntry;
import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.cart.CartCommand.ExpireCart;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartRejection;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CartExpiryTest extends CartFixture {
  private static final Duration ALLOWED = Samples.POLICY.cartExpiry();

  @Test
  void a_cart_that_nobody_used_for_its_time_is_ended() {
    added(cart(1), item(1), null);

    assertThat(runDueAfter(ALLOWED)).isEqualTo(1);

    assertThat(commands.sent()).containsExactly(new ExpireCart(cart(1), Samples.NOW));
    assertThat(due()).isNull();
  }

  @Test
  void there_is_one_entry_however_often_the_cart_is_used() {
    added(cart(1), item(1), null);
    clock.advance(Duration.ofDays(1));
    added(cart(1), item(2), null);

    assertThat(due()).isEqualTo(Samples.NOW.plus(ALLOWED));
  }

  @Test
  void a_cart_that_was_used_meanwhile_is_looked_at_again_after_its_time() {
    commands.refusing(ExpireCart.class, CartRejection.CART_STILL_ACTIVE);
    added(cart(1), item(1), null);

    runDueAfter(ALLOWED);

    assertThat(due()).isEqualTo(Samples.NOW.plus(ALLOWED).plus(ALLOWED));
  }

  @Test
  void a_cart_that_is_gone_is_done_with() {
    commands.refusing(ExpireCart.class, CartRejection.CART_NOT_FOUND);
    added(cart(1), item(1), null);

    runDueAfter(ALLOWED);

    assertThat(due()).isNull();
  }

  @Test
  void a_cart_that_was_emptied_is_not_waited_for() {
    added(cart(1), item(1), null);
    CartCleared event =
        new CartCleared(cart(1), null, ClearCart.ORDERED, Samples.ORDER, Samples.NOW);
    deliver(event);

    assertThat(due()).isNull();
    assertThat(index.with(Samples.TENANT, Samples.TEA, null)).isEmpty();
  }

  @Test
  void a_cart_that_expired_has_no_lines_to_look_after() {
    added(cart(1), item(1), null);
    CartExpired event = new CartExpired(cart(1), null, Samples.NOW, Samples.NOW);
    deliver(event);

    assertThat(index.with(Samples.TENANT, Samples.TEA, null)).isEmpty();
  }

  @Test
  void a_cart_that_is_imported_with_an_old_date_lives_until_it_is_ordered() {
    added(cart(1), item(1), null, Instant.parse("1997-01-01T00:00:00Z"));

    assertThat(runDueAfter(Duration.ofDays(1))).isZero();
  }

  private Instant due() {
    return agenda
        .find(AgendaKinds.CART_EXPIRY, Samples.TENANT, cart(1).value())
        .map(AgendaEntry::due)
        .orElse(null);
  }
}
