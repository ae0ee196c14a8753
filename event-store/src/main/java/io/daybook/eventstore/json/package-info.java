/// How events, tokens, sagas and snapshots become JSON and come back. Internal.
@NullMarked
package io.daybook.eventstore.json;

import org.jspecify.annotations.NullMarked;
