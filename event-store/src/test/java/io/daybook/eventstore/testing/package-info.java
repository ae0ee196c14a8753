/// What tests of other modules need of the event store: a database of their own, units of work.
@NullMarked
@PublicApi
package io.daybook.eventstore.testing;

import io.daybook.eventstore.PublicApi;
import org.jspecify.annotations.NullMarked;
