package io.daybook.app.client;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.cart.CartCommand.MergeGuestCart;
import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.catalog.ProductCommand.ActivateProduct;
import io.daybook.catalog.ProductCommand.AddProductVariant;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductCommand.DeactivateProduct;
import io.daybook.customer.CustomerCommand.AddShippingAddress;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryCommand.SetLowStockThreshold;
import io.daybook.kernel.Command;
import io.daybook.order.OrderCommand.CancelOrder;
import io.daybook.order.OrderCommand.ConfirmOrder;
import io.daybook.order.OrderCommand.DeliverOrder;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderCommand.ShipOrder;
import io.daybook.payment.PaymentCommand.InitiatePayPal;
import io.daybook.payment.PaymentCommand.RefundPayment;

/// Where a command is sent to.
record Route(String method, String path) {

  static Route of(Command command) {
    return switch (command) {
      case CreateCategory _ -> post("/categories");
      case CreateProduct _ -> post("/products");
      case ActivateProduct it -> post("/products/" + it.productId() + "/activate");
      case DeactivateProduct it -> post("/products/" + it.productId() + "/deactivate");
      case AddProductVariant it -> post("/products/" + it.productId() + "/variants");
      case SetInventoryQuantity it -> put("/inventory/" + it.productId());
      case SetLowStockThreshold it -> put("/inventory/" + it.productId() + "/threshold");
      case RegisterCustomer _ -> post("/customers");
      case AddShippingAddress it -> post("/customers/" + it.customerId() + "/addresses");
      case AddItemToCart it -> post("/carts/" + it.cartId() + "/items");
      case ClearCart it -> delete("/carts/" + it.cartId() + "/items");
      case MergeGuestCart it -> post("/carts/" + it.guestCartId() + "/merge");
      case PlaceOrder _ -> post("/orders");
      case ConfirmOrder it -> post("/orders/" + it.orderId() + "/confirm");
      case ShipOrder it -> post("/orders/" + it.orderId() + "/ship");
      case DeliverOrder it -> post("/orders/" + it.orderId() + "/deliver");
      case CancelOrder it -> post("/orders/" + it.orderId() + "/cancel");
      case InitiatePayPal _ -> post("/payments/paypal");
      case RefundPayment it -> post("/payments/" + it.paymentId() + "/refund");
      default -> throw new IllegalArgumentException("No route is known for " + command);
    };
  }

  private static Route post(String path) {
    return new Route("POST", path);
  }

  private static Route put(String path) {
    return new Route("PUT", path);
  }

  private static Route delete(String path) {
    return new Route("DELETE", path);
  }
}
