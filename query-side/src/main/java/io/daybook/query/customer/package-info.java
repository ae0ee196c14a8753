/// Customers and their addresses as they stand now.
@NullMarked
package io.daybook.query.customer;

import org.jspecify.annotations.NullMarked;
