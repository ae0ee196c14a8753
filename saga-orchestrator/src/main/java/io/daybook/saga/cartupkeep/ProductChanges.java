package io.daybook.saga.cartupkeep;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.daybook.agenda.Agenda;
import io.daybook.agenda.AgendaEntry;
import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.ProductId;
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.Cause;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Schedules what a product's change means for the carts that have the product. There may be many,
/// and no event should wait for them.
///
/// If no cart has the product, nothing is scheduled: all lines that were added before the change
/// are in the index, and those that are added after it are decided on the changed product. One
/// question to the index serves all changes of a transaction. Only when lines wait to be written to
/// the index by the same transaction, each change is scheduled without asking.
public final class ProductChanges {
  private final CartIndex index;
  private final Agenda agenda;

  public ProductChanges(CartIndex index, Agenda agenda) {
    this.index = index;
    this.agenda = agenda;
  }

  /// @param products that are in some cart, or that have an earlier repricing on the agenda
  private record AffectedProducts(Set<ChangedProduct> products) {}

  void deleted(ProductId product, Cause cause, Batch batch) {
    if (mayAffectCarts(product, cause, batch)) {
      schedule(AgendaKinds.CART_LINE_REMOVAL, product, cause, cause.toData());
    }
  }

  /// Replaces an earlier price that is still on the agenda, even if no cart has the product any
  /// more: a cart that gets it in the meantime would otherwise get the earlier price.
  void repriced(ProductId product, Money price, Cause cause, Batch batch) {
    if (!mayAffectCarts(product, cause, batch)) {
      return;
    }
    Map<String, String> data = cause.toData();
    data.put("amountMinor", Long.toString(price.amountMinor()));
    data.put("currency", price.currency().getCurrencyCode());
    schedule(AgendaKinds.CART_LINE_REPRICING, product, cause, data);
  }

  private boolean mayAffectCarts(ProductId product, Cause cause, Batch batch) {
    return !batch.isEmpty()
        || batch
            .ask(AffectedProducts.class, events -> affected(ChangedProduct.in(events)))
            .products()
            .contains(new ChangedProduct(cause.tenant(), product));
  }

  private AffectedProducts affected(List<ChangedProduct> changed) {
    Set<ChangedProduct> affected = new HashSet<>();
    changed.stream()
        .collect(groupingBy(ChangedProduct::tenant, mapping(it -> it.product().value(), toSet())))
        .forEach(
            (tenant, products) -> {
              Set<String> found = new HashSet<>(index.inCarts(tenant, products));
              found.addAll(agenda.scheduled(AgendaKinds.CART_LINE_REPRICING, tenant, products));
              found.forEach(it -> affected.add(new ChangedProduct(tenant, new ProductId(it))));
            });
    return new AffectedProducts(affected);
  }

  private void schedule(String kind, ProductId product, Cause cause, Map<String, String> data) {
    agenda.schedule(
        new AgendaEntry(kind, cause.tenant(), product.value(), agenda.now(cause.tenant()), data));
  }
}
