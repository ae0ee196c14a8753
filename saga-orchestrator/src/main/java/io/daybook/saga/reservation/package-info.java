/// Reservations of stock that expire.
@NullMarked
package io.daybook.saga.reservation;

import org.jspecify.annotations.NullMarked;
