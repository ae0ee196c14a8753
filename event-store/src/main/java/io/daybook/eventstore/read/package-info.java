/// The ways out of the store: by position, by stream, and from memory. Internal.
@NullMarked
package io.daybook.eventstore.read;

import org.jspecify.annotations.NullMarked;
