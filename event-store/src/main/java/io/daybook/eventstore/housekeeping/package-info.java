/// Removes what is kept for a time only, and tells how large the tables are. Internal.
@NullMarked
package io.daybook.eventstore.housekeeping;

import org.jspecify.annotations.NullMarked;
