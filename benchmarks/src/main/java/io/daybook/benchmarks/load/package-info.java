/// The harness: load, latencies, rounds in turn. It knows nothing of what it measures.
@NullMarked
package io.daybook.benchmarks.load;

import org.jspecify.annotations.NullMarked;
