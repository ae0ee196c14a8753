/// `daybook bench`: measures Daybook beside stock Axon, and says on what machine.
@NullMarked
package io.daybook.benchmarks;

import org.jspecify.annotations.NullMarked;
