package io.daybook.saga.cartupkeep;

import io.daybook.catalog.ProductId;
import io.daybook.kernel.Money;
import io.daybook.saga.Cause;
import io.daybook.saga.agenda.Agenda;
import io.daybook.saga.agenda.AgendaEntry;
import java.util.Map;

/// Puts on the agenda what a product's change means for the carts that have it, because there may be
/// many of them, and no event waits for that. Where no cart has it there is nothing to do: the index
/// is as old as the event, and what is put into a cart later is decided on the change.
public final class ProductChanges {
  private final CartIndex index;
  private final Agenda agenda;

  public ProductChanges(CartIndex index, Agenda agenda) {
    this.index = index;
    this.agenda = agenda;
  }

  void deleted(ProductId product, Cause cause) {
    if (index.has(cause.tenant(), product)) {
      schedule(LineRemoval.KIND, product, cause, cause.remembered());
    }
  }

  /// A later price takes the place of one that has not reached all carts, even if none is left: one
  /// that is filled meanwhile would get the earlier price.
  void repriced(ProductId product, Money price, Cause cause) {
    if (!index.has(cause.tenant(), product)
        && agenda.find(LineRepricing.KIND, cause.tenant(), product.value()).isEmpty()) {
      return;
    }
    Map<String, String> data = cause.remembered();
    data.put("amountMinor", Long.toString(price.amountMinor()));
    data.put("currency", price.currency().getCurrencyCode());
    schedule(LineRepricing.KIND, product, cause, data);
  }

  private void schedule(String kind, ProductId product, Cause cause, Map<String, String> data) {
    agenda.schedule(
        new AgendaEntry(kind, cause.tenant(), product.value(), agenda.now(cause.tenant()), data));
  }
}
