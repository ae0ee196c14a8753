/// Aggregates that live long: their snapshots, which keep the cost of loading them the same.
@NullMarked
package io.daybook.command.snapshot;

import org.jspecify.annotations.NullMarked;
