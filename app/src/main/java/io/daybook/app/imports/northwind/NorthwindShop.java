package io.daybook.app.imports.northwind;

import io.daybook.app.imports.DerivedIds;
import io.daybook.app.imports.Lanes;
import io.daybook.app.imports.Session;
import io.daybook.app.imports.northwind.Northwind.Category;
import io.daybook.app.imports.northwind.Northwind.Customer;
import io.daybook.app.imports.northwind.Northwind.Line;
import io.daybook.app.imports.northwind.Northwind.Order;
import io.daybook.app.imports.northwind.Northwind.Product;
import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.catalog.ProductCommand.ActivateProduct;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductCommand.DeactivateProduct;
import io.daybook.customer.Address;
import io.daybook.customer.CustomerCommand.AddShippingAddress;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.Email;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryCommand.SetLowStockThreshold;
import io.daybook.kernel.Command;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.ProductId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Sets up the shop as it must have been before its first order.
record NorthwindShop(Northwind files, Session session) {
  private static final int AT_ONCE = 16;

  void open() throws InterruptedException {
    for (Category category : files.categories()) {
      send(creation(category, session.ids()));
    }
    Map<String, Integer> sold = sold();
    try (Lanes lanes = new Lanes(AT_ONCE)) {
      for (Product product : files.products()) {
        lanes.run(product.id(), () -> offer(product, sold.getOrDefault(product.id(), 0)));
      }
      for (Customer customer : files.customers()) {
        lanes.run(customer.id(), () -> welcome(customer));
      }
      sendOtherAddresses(lanes);
      lanes.await();
    }
  }

  /// What is not made any more was on sale until the last day.
  void discontinue() throws InterruptedException {
    for (Product product : files.products()) {
      if (product.discontinued()) {
        session.send(files.lastDay(), new DeactivateProduct(session.ids().product(product.id())));
      }
    }
  }

  static CreateCategory creation(Category category, DerivedIds ids) {
    return new CreateCategory(ids.category(category.id()), category.name(), null);
  }

  /// All that will be sold lies there from the beginning, so that what is there now is left over.
  private void offer(Product product, int sold) throws InterruptedException {
    ProductId id = session.ids().product(product.id());
    send(
        new CreateProduct(
            id,
            product.name(),
            product.quantityPerUnit(),
            product.unitPrice(),
            session.ids().category(product.categoryId())));
    send(new ActivateProduct(id));
    send(new SetInventoryQuantity(id, null, product.unitsInStock() + sold, "Opening stock"));
    send(new SetLowStockThreshold(id, null, product.reorderLevel()));
  }

  private void welcome(Customer customer) throws InterruptedException {
    CustomerId id = session.ids().customer(customer.id());
    Email email = new Email(customer.id() + "@northwind.example");
    send(new RegisterCustomer(id, email, null, customer.firstName(), customer.lastName(), true));
    send(addition(id, addressId(customer.id(), customer.address()), customer.address()));
  }

  /// In the lanes of the customers, who are there before.
  private void sendOtherAddresses(Lanes lanes) throws InterruptedException {
    Set<AddressId> known = new HashSet<>();
    files.customers().forEach(it -> known.add(addressId(it.id(), it.address())));
    for (Order order : files.orders()) {
      AddressId id = addressId(order.customerId(), order.address());
      if (known.add(id)) {
        CustomerId customer = session.ids().customer(order.customerId());
        lanes.run(order.customerId(), () -> send(addition(customer, id, order.address())));
      }
    }
  }

  private AddressId addressId(String customer, Address address) {
    return NorthwindSource.addressId(session.ids(), customer, address);
  }

  private Map<String, Integer> sold() {
    Map<String, Integer> sold = new HashMap<>();
    for (Order order : files.orders()) {
      for (Line line : order.lines()) {
        sold.merge(line.productId(), line.quantity(), Math::addExact);
      }
    }
    return sold;
  }

  private static AddShippingAddress addition(CustomerId customer, AddressId id, Address address) {
    return new AddShippingAddress(
        customer,
        id,
        address.recipientName(),
        address.street(),
        address.city(),
        address.state(),
        address.postalCode(),
        address.country());
  }

  private void send(Command command) throws InterruptedException {
    session.send(files.openedAt(), command);
  }
}
