/// What was measured, as a table and as JSON.
@NullMarked
package io.daybook.benchmarks.report;

import org.jspecify.annotations.NullMarked;
