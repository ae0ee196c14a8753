package io.daybook.saga.cartupkeep;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.ProductId;
import io.daybook.saga.Cause;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts on the agenda what a product's change means for the carts that have it, because there may
/// be many of them, and no event waits for that. Where no cart has it there is nothing to do: the
/// index is as old as the event, and what is put into a cart later is decided on the change. While
/// the index waits to be written, some cart may have it. Until then one question serves all changes
/// of a transaction.
public final class ProductChanges {
  private final CartIndex index;
  private final Agenda agenda;

  public ProductChanges(CartIndex index, Agenda agenda) {
    this.index = index;
    this.agenda = agenda;
  }

  /// @param products that are in some cart, or whose earlier price waits to get there
  private record Concerned(Set<ChangedProduct> products) {}

  void deleted(ProductId product, Cause cause, Batch batch) {
    if (mayConcernCarts(product, cause, batch)) {
      schedule(LineRemoval.KIND, product, cause, cause.toData());
    }
  }

  /// A later price takes the place of one that has not reached all carts, even if none is left: one
  /// that is filled meanwhile would get the earlier price.
  void repriced(ProductId product, Money price, Cause cause, Batch batch) {
    if (!mayConcernCarts(product, cause, batch)) {
      return;
    }
    Map<String, String> data = cause.toData();
    data.put("amountMinor", Long.toString(price.amountMinor()));
    data.put("currency", price.currency().getCurrencyCode());
    schedule(LineRepricing.KIND, product, cause, data);
  }

  private boolean mayConcernCarts(ProductId product, Cause cause, Batch batch) {
    return !batch.isEmpty()
        || batch
            .ask(Concerned.class, events -> concerned(ChangedProduct.in(events)))
            .products()
            .contains(new ChangedProduct(cause.tenant(), product));
  }

  private Concerned concerned(List<ChangedProduct> changed) {
    Set<ChangedProduct> concerned = new HashSet<>();
    changed.stream()
        .collect(groupingBy(ChangedProduct::tenant, mapping(it -> it.product().value(), toSet())))
        .forEach(
            (tenant, products) -> {
              Set<String> found = new HashSet<>(index.inCarts(tenant, products));
              found.addAll(agenda.scheduled(LineRepricing.KIND, tenant, products));
              found.forEach(it -> concerned.add(new ChangedProduct(tenant, new ProductId(it))));
            });
    return new Concerned(concerned);
  }

  private void schedule(String kind, ProductId product, Cause cause, Map<String, String> data) {
    agenda.schedule(
        new AgendaEntry(kind, cause.tenant(), product.value(), agenda.now(cause.tenant()), data));
  }
}
