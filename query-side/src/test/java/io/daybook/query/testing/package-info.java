/// Known events, and a projection under test on a database of its own.
@NullMarked
package io.daybook.query.testing;

import org.jspecify.annotations.NullMarked;
