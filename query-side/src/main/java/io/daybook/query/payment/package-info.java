/// Payments and what was done with them.
@NullMarked
package io.daybook.query.payment;

import org.jspecify.annotations.NullMarked;
