/// What the shop offers: categories, products and their variants.
@NullMarked
package io.daybook.catalog;

import org.jspecify.annotations.NullMarked;
