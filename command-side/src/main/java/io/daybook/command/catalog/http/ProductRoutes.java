package io.daybook.command.catalog.http;

import static io.daybook.http.Route.delete;
import static io.daybook.http.Route.patch;
import static io.daybook.http.Route.post;
import static io.daybook.kernel.Actor.Kind.STAFF;

import io.daybook.catalog.ProductCommand.ActivateProduct;
import io.daybook.catalog.ProductCommand.AddProductVariant;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductCommand.DeactivateProduct;
import io.daybook.catalog.ProductCommand.DeleteProduct;
import io.daybook.catalog.ProductCommand.UpdateProduct;
import io.daybook.http.Route;
import io.daybook.http.RouteTable;
import java.util.List;

/// The table of product routes.
public final class ProductRoutes implements RouteTable {
  @Override
  public List<Route> routes() {
    return List.of(
        post("/products", CreateProduct.class, "Create a product, as a draft")
            .generating("productId")
            .by(STAFF),
        patch("/products/{productId}", UpdateProduct.class, "Change what is given of a product")
            .by(STAFF),
        post("/products/{productId}/activate", ActivateProduct.class, "Put a product on sale")
            .by(STAFF),
        post("/products/{productId}/deactivate", DeactivateProduct.class, "Take a product off sale")
            .by(STAFF),
        delete(
                "/products/{productId}",
                DeleteProduct.class,
                "Delete a product, keeping its history")
            .by(STAFF),
        post(
                "/products/{productId}/variants",
                AddProductVariant.class,
                "Add a variant to a product")
            .generating("variantId")
            .by(STAFF));
  }
}
