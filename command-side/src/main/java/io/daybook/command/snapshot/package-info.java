/// Aggregates that live long: what they remember, and how they are loaded at the same cost for ever.
@NullMarked
package io.daybook.command.snapshot;

import org.jspecify.annotations.NullMarked;
