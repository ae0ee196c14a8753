/// The kinds of claims by which aggregates keep what only one of them may have.
@NullMarked
package io.daybook.command.claim;

import org.jspecify.annotations.NullMarked;
