/// The events that a processor could not handle, and those that wait behind them. Internal.
@NullMarked
package io.daybook.eventstore.deadletter;

import org.jspecify.annotations.NullMarked;
