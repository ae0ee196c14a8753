package io.daybook.command.dispatch;

import io.daybook.cart.CartCommand;
import io.daybook.cart.CartRejection;
import io.daybook.catalog.CatalogRejection;
import io.daybook.catalog.CategoryCommand;
import io.daybook.catalog.ProductCommand;
import io.daybook.customer.CustomerCommand;
import io.daybook.customer.CustomerCommand.VerifyCustomerEmail;
import io.daybook.customer.CustomerRejection;
import io.daybook.inventory.InventoryCommand;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Command;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode;
import io.daybook.order.OrderCommand;
import io.daybook.order.OrderRejection;
import io.daybook.payment.PaymentCommand;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentRejection;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/// A command to something that does not exist is refused in the words of its capability.
public final class MissingEntities implements MessageHandlerInterceptor<CommandMessage<?>> {

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    try {
      return chain.proceed();
    } catch (AggregateNotFoundException e) {
      if (!(unitOfWork.getMessage().getPayload() instanceof Command command)) {
        throw e;
      }
      throw Rejection.of(code(command)).with("id", command.target(), "does not exist");
    }
  }

  static RejectionCode code(Command command) {
    return switch (command) {
      case VerifyCustomerEmail _ -> CustomerRejection.INVALID_TOKEN;
      case CustomerCommand _ -> CustomerRejection.CUSTOMER_NOT_FOUND;
      case CategoryCommand _ -> CatalogRejection.CATEGORY_NOT_FOUND;
      case ProductCommand _ -> CatalogRejection.PRODUCT_NOT_FOUND;
      case ReleaseInventory _ -> InventoryRejection.QUANTITY_EXCEEDS_RESERVED;
      case InventoryCommand _ -> InventoryRejection.PRODUCT_NOT_FOUND;
      case CartCommand _ -> CartRejection.CART_NOT_FOUND;
      case OrderCommand _ -> OrderRejection.ORDER_NOT_FOUND;
      case RefundPayment _ -> PaymentRejection.ORIGINAL_PAYMENT_NOT_FOUND;
      case PaymentCommand _ -> PaymentRejection.PAYMENT_NOT_FOUND;
      default ->
          throw new IllegalStateException("No refusal is known for a missing " + command.target());
    };
  }
}
