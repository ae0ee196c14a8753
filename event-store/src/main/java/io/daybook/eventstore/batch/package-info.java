/// What the handlers of a projection want written, collected for a whole batch of events and written in
/// few statements.
@NullMarked
package io.daybook.eventstore.batch;

import org.jspecify.annotations.NullMarked;
