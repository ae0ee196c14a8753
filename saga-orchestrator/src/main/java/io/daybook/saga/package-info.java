/// Processes: they react to events with commands, ask the payment gateways, and keep due dates.
///
/// What a process decides is sent outside of its own transaction, and may be sent twice: the entity
/// that decides makes a repetition harmless.
@NullMarked
package io.daybook.saga;

import org.jspecify.annotations.NullMarked;
