package io.daybook.saga.cartupkeep;

import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.cart.CartCommand.RemoveItemFromCart;
import io.daybook.kernel.id.ProductId;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;

/// Takes a deleted product out of every cart. A line that is gone already is none to worry about.
public final class LineRemoval implements AgendaTask {
  static final String KIND = "cart-line-removal";

  private final CartIndex index;
  private final ProcessCommands commands;

  public LineRemoval(CartIndex index, ProcessCommands commands) {
    this.index = index;
    this.commands = commands;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Completion run(AgendaEntry entry) {
    ProductId product = new ProductId(entry.key());
    Cause cause = Cause.of(entry, CartUpkeep.PROCESS);
    Pages.walk(
        after -> index.with(entry.tenant(), product, after),
        line ->
            commands.attempt(
                cause, new RemoveItemFromCart(line.cart(), line.item(), "PRODUCT_DELETED")));
    return Completion.REMOVE;
  }
}
