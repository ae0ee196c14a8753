/// A gateway for trying things out: an outside system in miniature, with a ledger of its own.
@NullMarked
package io.daybook.saga.payment.sandbox;

import org.jspecify.annotations.NullMarked;
