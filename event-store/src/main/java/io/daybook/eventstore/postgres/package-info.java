/// What stands behind the interfaces today: Axon's JDBC parts on PostgreSQL, and SQL of our own.
@NullMarked
package io.daybook.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
