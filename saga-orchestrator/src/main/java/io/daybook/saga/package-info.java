/// Processes: they react to events with commands, ask the payment gateways, and keep due dates.
///
/// A process sends its commands outside of its own transaction, and may send one twice. Every
/// entity takes a repeated command without harm.
@NullMarked
package io.daybook.saga;

import org.jspecify.annotations.NullMarked;
