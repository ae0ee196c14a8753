/// The way into the store: group commit by one writer a node. Internal.
@NullMarked
package io.daybook.eventstore.append;

import org.jspecify.annotations.NullMarked;
