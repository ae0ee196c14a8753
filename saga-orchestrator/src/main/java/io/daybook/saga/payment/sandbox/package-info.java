/// A gateway for trying things out: an outside system in miniature, with books of its own.
@NullMarked
package io.daybook.saga.payment.sandbox;

import org.jspecify.annotations.NullMarked;
