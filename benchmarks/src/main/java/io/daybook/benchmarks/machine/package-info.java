/// The machine below: its description, its CPU time, and a throw-away PostgreSQL.
@NullMarked
package io.daybook.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
