/// How events look in their rows: short numbers for what repeats, bytes for the rest. Internal.
@NullMarked
package io.daybook.eventstore.format;

import org.jspecify.annotations.NullMarked;
