/// Payment gateways behind one port, and the process that asks them what a payment wants to know.
@NullMarked
package io.daybook.saga.payment;

import org.jspecify.annotations.NullMarked;
