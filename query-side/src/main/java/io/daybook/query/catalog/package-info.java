/// Categories, products and their variants as they stand now.
@NullMarked
package io.daybook.query.catalog;

import org.jspecify.annotations.NullMarked;
