package io.daybook.command.catalog.http;

import static io.daybook.http.Route.post;
import static io.daybook.kernel.Actor.Kind.STAFF;

import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.http.Route;
import io.daybook.http.RouteTable;
import java.util.List;

/// The table of category routes.
public final class CategoryRoutes implements RouteTable {
  @Override
  public List<Route> routes() {
    return List.of(
        post("/categories", CreateCategory.class, "Create a category")
            .generating("categoryId")
            .by(STAFF));
  }
}
