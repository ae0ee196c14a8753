/// What a decision may know of other entities, read from their streams and never from a projection.
@NullMarked
package io.daybook.command.facts;

import org.jspecify.annotations.NullMarked;
