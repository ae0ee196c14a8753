/// Payments: what is asked of a gateway, and what its answers mean.
@NullMarked
package io.daybook.command.payment;

import org.jspecify.annotations.NullMarked;
