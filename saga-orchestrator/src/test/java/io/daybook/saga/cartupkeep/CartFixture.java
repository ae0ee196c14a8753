package io.daybook.saga.cartupkeep;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaRunner;
import io.daybook.agenda.AgendaTable;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.Event;
import io.daybook.kernel.Meta;
import io.daybook.kernel.MovableClock;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.VariantId;
import io.daybook.saga.testing.Commands;
import io.daybook.saga.testing.Delivery;
import io.daybook.saga.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The upkeep of carts on a database, and tea that is put into them.
abstract class CartFixture {
  final Commands commands = new Commands();
  final MovableClock clock = new MovableClock(Samples.NOW);
  final DataSource dataSource = TestDatabase.fresh();
  final JdbcClient database = JdbcClient.create(dataSource);
  final AgendaTable table = new AgendaTable(database);
  final Agenda agenda = new Agenda(table, clock);
  final CartIndex index = new CartIndex(database);
  final CartExpiry expiry = new CartExpiry(agenda, tenant -> Samples.POLICY, commands.sender());
  final CartUpkeep upkeep =
      new CartUpkeep(index, expiry, new ProductChanges(index, agenda), commands.sender());
  private final Delivery delivery = new Delivery(dataSource, upkeep);
  final AgendaRunner runner =
      new AgendaRunner(
          table,
          clock,
          List.of(
              expiry,
              new LineRemoval(index, commands.sender()),
              new LineRepricing(index, commands.sender())));

  void added(CartId cart, CartItemId item, @Nullable VariantId variant) {
    added(cart, item, variant, Samples.NOW);
  }

  void added(CartId cart, CartItemId item, @Nullable VariantId variant, Instant at) {
    deliver(addition(cart, item, variant, at));
  }

  void addedByAnother(CartId cart, CartItemId item) {
    delivery.together(
        Samples.message(addition(cart, item, null, Samples.NOW))
            .andMetaData(Map.of(Meta.TENANT_ID, "other")));
  }

  /// In one transaction.
  void deliver(Event... events) {
    delivery.together(Stream.of(events).map(Samples::message).toArray(EventMessage<?>[]::new));
  }

  static ItemAddedToCart addition(
      CartId cart, CartItemId item, @Nullable VariantId variant, Instant at) {
    return new ItemAddedToCart(
        cart, null, item, Samples.TEA, variant, 1, 1, Samples.TOTAL, Map.of(), at);
  }

  int runDueAfter(Duration pause) {
    clock.advance(pause);
    return runner.runDue(Samples.TENANT);
  }

  static CartId cart(int number) {
    return CartId.of(Samples.uuid(1_000 + number));
  }

  static CartItemId item(int number) {
    return CartItemId.of(Samples.uuid(2_000 + number));
  }
}
