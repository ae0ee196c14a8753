/// Holds of stock that end by themselves.
@NullMarked
package io.daybook.saga.reservation;

import org.jspecify.annotations.NullMarked;
