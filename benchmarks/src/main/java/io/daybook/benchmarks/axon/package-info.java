/// The same small aggregate on Daybook's event store and on stock Axon.
@NullMarked
package io.daybook.benchmarks.axon;

import org.jspecify.annotations.NullMarked;
