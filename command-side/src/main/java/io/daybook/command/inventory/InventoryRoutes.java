package io.daybook.command.inventory;

import io.daybook.command.rest.CommandCall;
import io.daybook.command.rest.CommandGate;
import io.daybook.command.rest.Takes;
import io.daybook.inventory.InventoryCommand.AdjustInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryCommand.SetLowStockThreshold;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be asked of stock over HTTP. A variant is named in the body.
@RestController
@RequestMapping("/api/v1/inventory")
class InventoryRoutes {
  private final CommandGate gate;

  InventoryRoutes(CommandGate gate) {
    this.gate = gate;
  }

  @PutMapping("/{productId}")
  @Takes(value = SetInventoryQuantity.class, summary = "Set what is on hand, as counted")
  ResponseEntity<Object> set(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{productId}/adjustments")
  @Takes(value = AdjustInventory.class, summary = "Move what is on hand by a difference")
  ResponseEntity<Object> adjust(CommandCall call) {
    return gate.answer(call);
  }

  @PutMapping("/{productId}/threshold")
  @Takes(value = SetLowStockThreshold.class, summary = "Set when to warn of low stock")
  ResponseEntity<Object> setThreshold(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{productId}/reservations")
  @Takes(value = ReserveInventory.class, summary = "Hold stock for an order")
  ResponseEntity<Object> reserve(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{productId}/releases")
  @Takes(value = ReleaseInventory.class, summary = "Give up a hold")
  ResponseEntity<Object> release(CommandCall call) {
    return gate.answer(call);
  }
}
