package io.daybook.saga.cartupkeep;

import io.daybook.agenda.AgendaEntry;
import io.daybook.agenda.AgendaTask;
import io.daybook.agenda.Completion;
import io.daybook.cart.CartCommand.RepriceCartItem;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.ProductId;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;

/// Gives a product's new price to every line of a cart that costs what the product costs.
public final class LineRepricing implements AgendaTask {
  private final CartIndex index;
  private final ProcessCommands commands;

  public LineRepricing(CartIndex index, ProcessCommands commands) {
    this.index = index;
    this.commands = commands;
  }

  @Override
  public String kind() {
    return AgendaKinds.CART_LINE_REPRICING;
  }

  @Override
  public Completion run(AgendaEntry entry) {
    ProductId product = new ProductId(entry.key());
    Money price = Money.of(Long.parseLong(entry.get("amountMinor")), entry.get("currency"));
    Cause cause = Cause.of(entry, CartUpkeep.PROCESS);
    Pages.walk(
        after -> index.atThePriceOf(entry.tenant(), product, after),
        line -> commands.attempt(cause, new RepriceCartItem(line.cart(), line.item(), price)));
    return Completion.REMOVE;
  }
}
