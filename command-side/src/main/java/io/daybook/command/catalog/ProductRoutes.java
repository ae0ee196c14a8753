package io.daybook.command.catalog;

import io.daybook.catalog.ProductCommand.ActivateProduct;
import io.daybook.catalog.ProductCommand.AddProductVariant;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductCommand.DeactivateProduct;
import io.daybook.catalog.ProductCommand.DeleteProduct;
import io.daybook.catalog.ProductCommand.UpdateProduct;
import io.daybook.command.rest.CommandCall;
import io.daybook.command.rest.CommandGate;
import io.daybook.command.rest.Takes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be asked of products over HTTP.
@RestController
@RequestMapping("/api/v1/products")
class ProductRoutes {
  private final CommandGate gate;

  ProductRoutes(CommandGate gate) {
    this.gate = gate;
  }

  @PostMapping
  @Takes(
      value = CreateProduct.class,
      generates = "productId",
      summary = "Create a product, as a draft")
  ResponseEntity<Object> create(CommandCall call) {
    return gate.answer(call);
  }

  @PatchMapping("/{productId}")
  @Takes(value = UpdateProduct.class, summary = "Change what is given of a product")
  ResponseEntity<Object> update(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{productId}/activate")
  @Takes(value = ActivateProduct.class, summary = "Put a product on sale")
  ResponseEntity<Object> activate(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{productId}/deactivate")
  @Takes(value = DeactivateProduct.class, summary = "Take a product off sale")
  ResponseEntity<Object> deactivate(CommandCall call) {
    return gate.answer(call);
  }

  @DeleteMapping("/{productId}")
  @Takes(value = DeleteProduct.class, summary = "Delete a product, keeping its history")
  ResponseEntity<Object> delete(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{productId}/variants")
  @Takes(
      value = AddProductVariant.class,
      generates = "variantId",
      summary = "Add a variant to a product")
  ResponseEntity<Object> addVariant(CommandCall call) {
    return gate.answer(call);
  }
}
