/// The way into the store: one writer a node drains all waiting requests into one transaction.
@NullMarked
package io.daybook.eventstore.append;

import org.jspecify.annotations.NullMarked;
