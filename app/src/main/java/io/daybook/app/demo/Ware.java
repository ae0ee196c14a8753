package io.daybook.app.demo;

import io.daybook.kernel.Money;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.List;

/// A product of the demonstration.
///
/// @param stock how many there are of it, or of each variant
record Ware(
    ProductId id,
    CategoryId category,
    String name,
    Money price,
    List<Variant> variants,
    int stock,
    int threshold,
    boolean onSale) {

  record Variant(VariantId id, String name, String sku) {}
}
