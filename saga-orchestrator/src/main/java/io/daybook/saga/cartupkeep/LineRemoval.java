package io.daybook.saga.cartupkeep;

import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.cart.CartCommand.RemoveItemFromCart;
import io.daybook.kernel.id.ProductId;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;

/// Takes a deleted product out of every cart. A line that is gone already is passed over.
public final class LineRemoval implements AgendaTask {
  private final CartIndex index;
  private final ProcessCommands commands;

  public LineRemoval(CartIndex index, ProcessCommands commands) {
    this.index = index;
    this.commands = commands;
  }

  @Override
  public String kind() {
    return AgendaKinds.CART_LINE_REMOVAL;
  }

  @Override
  public Completion run(AgendaEntry entry) {
    ProductId product = new ProductId(entry.key());
    Cause cause = Cause.of(entry, CartUpkeep.PROCESS);
    Pages.walk(
        after -> index.with(entry.tenant(), product, after),
        line ->
            commands.attempt(
                cause,
                new RemoveItemFromCart(
                    line.cart(), line.item(), RemoveItemFromCart.PRODUCT_DELETED)));
    return Completion.REMOVE;
  }
}
