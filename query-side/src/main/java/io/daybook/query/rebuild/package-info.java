/// Rebuilds a projection beside the one that serves, compares both, and puts the new one in its place.
@NullMarked
package io.daybook.query.rebuild;

import org.jspecify.annotations.NullMarked;
