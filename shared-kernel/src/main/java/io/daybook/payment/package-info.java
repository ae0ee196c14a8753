/// Payments: what was asked of a gateway, and what it answered.
@NullMarked
package io.daybook.payment;

import org.jspecify.annotations.NullMarked;
