/// Decides about the catalogue: the tree of categories, and products with their variants.
@NullMarked
package io.daybook.command.catalog;

import org.jspecify.annotations.NullMarked;
