package io.daybook.app.imports.northwind;

import io.daybook.customer.Address;
import io.daybook.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in the files, in their words where they are not ours.
record Northwind(
    List<Category> categories,
    List<Product> products,
    List<Customer> customers,
    List<Order> orders) {
  static final Currency CURRENCY = Currency.getInstance("USD");

  record Category(String id, String name) {}

  record Product(
      String id,
      String name,
      String categoryId,
      String quantityPerUnit,
      Money unitPrice,
      int unitsInStock,
      int reorderLevel,
      boolean discontinued) {}

  record Customer(String id, String firstName, String lastName, Address address) {}

  /// @param carrier who brought it, where it was shipped
  record Order(
      String id,
      String customerId,
      Instant orderedAt,
      @Nullable Instant shippedAt,
      String carrier,
      Money freight,
      Address address,
      List<Line> lines) {}

  record Line(String productId, Money unitPrice, int quantity, BigDecimal discount) {
    Money total() {
      return unitPrice.times(quantity).times(BigDecimal.ONE.subtract(discount));
    }
  }

  /// The shop opened with its first order.
  Instant openedAt() {
    return orders.getFirst().orderedAt();
  }

  Instant lastDay() {
    return orders.getLast().orderedAt();
  }
}
