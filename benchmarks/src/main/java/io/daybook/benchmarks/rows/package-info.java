/// The measurements behind the rows of the table.
@NullMarked
package io.daybook.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
