/// A database that fails over, and what becomes of the nodes that were at work on it.
@NullMarked
package io.daybook.eventstore.failover;

import org.jspecify.annotations.NullMarked;
