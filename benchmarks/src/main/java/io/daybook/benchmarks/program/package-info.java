/// Programs that take commands: the whole of Daybook, and stock Axon as the peer.
@NullMarked
package io.daybook.benchmarks.program;

import org.jspecify.annotations.NullMarked;
