package io.daybook.command.catalog;

import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.command.rest.CommandCall;
import io.daybook.command.rest.CommandGate;
import io.daybook.command.rest.Takes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be asked of categories over HTTP.
@RestController
@RequestMapping("/api/v1/categories")
class CategoryRoutes {
  private final CommandGate gate;

  CategoryRoutes(CommandGate gate) {
    this.gate = gate;
  }

  @PostMapping
  @Takes(value = CreateCategory.class, generates = "categoryId", summary = "Create a category")
  ResponseEntity<Object> create(CommandCall call) {
    return gate.answer(call);
  }
}
