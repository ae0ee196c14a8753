/// How an order comes to be: stock reserved, payment authorised, order placed; and what its
/// shipment or cancellation means for both.
@NullMarked
package io.daybook.saga.orderplacement;

import org.jspecify.annotations.NullMarked;
