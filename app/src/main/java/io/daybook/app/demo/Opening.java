package io.daybook.app.demo;

import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.app.imports.DerivedIds;
import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.catalog.ProductCommand.ActivateProduct;
import io.daybook.catalog.ProductCommand.AddProductVariant;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.customer.CustomerCommand.AddShippingAddress;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.Email;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryCommand.SetLowStockThreshold;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.VariantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sets up the shop as it stands before its first order.
record Opening(ShopClient client, Sender staff, DerivedIds ids) {
  private static final String REASON = "Opening stock";

  /// The tree is the same whatever the seed: a category's name is used once within a tenant.
  void category(Leaf leaf) throws InterruptedException {
    CategoryId root = ids.category(leaf.root());
    CategoryId branch = ids.category(leaf.root() + "/" + leaf.branch());
    client.send(staff, new CreateCategory(root, leaf.root(), null));
    client.send(staff, new CreateCategory(branch, leaf.branch(), root));
    client.send(staff, new CreateCategory(ids.category(leaf.name()), leaf.name(), branch));
  }

  void offer(Ware ware) throws InterruptedException {
    client.send(
        staff,
        new CreateProduct(
            ware.id(),
            ware.name(),
            "A " + ware.name() + " to look at",
            ware.price(),
            ware.category()));
    for (Ware.Variant variant : ware.variants()) {
      client.send(
          staff,
          new AddProductVariant(
              ware.id(),
              variant.id(),
              variant.name(),
              variant.sku(),
              null,
              Map.of("kind", variant.name())));
      stock(ware, variant.id());
    }
    if (ware.variants().isEmpty()) {
      stock(ware, null);
    }
    if (ware.onSale()) {
      client.send(staff, new ActivateProduct(ware.id()));
    }
  }

  void welcome(Shopper shopper) throws InterruptedException {
    client.send(
        staff,
        new RegisterCustomer(
            shopper.id(),
            new Email(shopper.email()),
            null,
            shopper.firstName(),
            shopper.lastName(),
            true));
    client.send(
        staff,
        new AddShippingAddress(
            shopper.id(),
            shopper.addressId(),
            shopper.address().recipientName(),
            shopper.address().street(),
            shopper.address().city(),
            shopper.address().state(),
            shopper.address().postalCode(),
            shopper.address().country()));
  }

  private void stock(Ware ware, @Nullable VariantId variant) throws InterruptedException {
    client.send(staff, new SetInventoryQuantity(ware.id(), variant, ware.stock(), REASON));
    client.send(staff, new SetLowStockThreshold(ware.id(), variant, ware.threshold()));
  }
}
