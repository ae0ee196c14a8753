package io.daybook.saga.cartupkeep;

import io.daybook.catalog.ProductId;
import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.Money;
import io.daybook.saga.Cause;
import io.daybook.saga.agenda.Agenda;
import io.daybook.saga.agenda.AgendaEntry;
import java.util.Map;

/// Puts on the agenda what a product's change means for the carts that have it, because there may be
/// many of them, and no event waits for that. Where no cart has it there is nothing to do: the index
/// is as old as the event, and what is put into a cart later is decided on the change. While the index
/// waits to be written, some cart may have it.
public final class ProductChanges {
  private final CartIndex index;
  private final Agenda agenda;

  public ProductChanges(CartIndex index, Agenda agenda) {
    this.index = index;
    this.agenda = agenda;
  }

  void deleted(ProductId product, Cause cause, Batch batch) {
    if (mayHave(product, cause, batch)) {
      schedule(LineRemoval.KIND, product, cause, cause.remembered());
    }
  }

  /// A later price takes the place of one that has not reached all carts, even if none is left: one
  /// that is filled meanwhile would get the earlier price.
  void repriced(ProductId product, Money price, Cause cause, Batch batch) {
    if (!mayHave(product, cause, batch)
        && agenda.find(LineRepricing.KIND, cause.tenant(), product.value()).isEmpty()) {
      return;
    }
    Map<String, String> data = cause.remembered();
    data.put("amountMinor", Long.toString(price.amountMinor()));
    data.put("currency", price.currency().getCurrencyCode());
    schedule(LineRepricing.KIND, product, cause, data);
  }

  private boolean mayHave(ProductId product, Cause cause, Batch batch) {
    return !batch.isEmpty() || index.has(cause.tenant(), product);
  }

  private void schedule(String kind, ProductId product, Cause cause, Map<String, String> data) {
    agenda.schedule(
        new AgendaEntry(kind, cause.tenant(), product.value(), agenda.now(cause.tenant()), data));
  }
}
