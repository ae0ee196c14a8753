/// A whole application around the processes, with just as much of a shop as they need.
@NullMarked
package io.daybook.saga.testing.shop;

import org.jspecify.annotations.NullMarked;
