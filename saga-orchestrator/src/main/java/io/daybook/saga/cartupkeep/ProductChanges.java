package io.daybook.saga.cartupkeep;

import io.daybook.catalog.ProductId;
import io.daybook.kernel.Money;
import io.daybook.saga.Cause;
import io.daybook.saga.agenda.Agenda;
import io.daybook.saga.agenda.AgendaEntry;
import java.util.Map;

/// Puts on the agenda what a product's change means for the carts that have it, because there may be
/// many of them, and no event waits for that.
public final class ProductChanges {
  private final Agenda agenda;

  public ProductChanges(Agenda agenda) {
    this.agenda = agenda;
  }

  void deleted(ProductId product, Cause cause) {
    schedule(LineRemoval.KIND, product, cause, cause.remembered());
  }

  /// A later price takes the place of one that has not reached all carts.
  void repriced(ProductId product, Money price, Cause cause) {
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
