/// One side of a comparison in a process of its own: a JVM and a PostgreSQL that it shares with nobody.
@NullMarked
package io.daybook.benchmarks.side;

import org.jspecify.annotations.NullMarked;
