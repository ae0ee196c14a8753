/// Moving in from the table of Axon's own JDBC or JPA event storage engine.
@NullMarked
package io.daybook.eventstore.move;

import org.jspecify.annotations.NullMarked;
