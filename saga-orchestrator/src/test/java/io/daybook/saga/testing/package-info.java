/// What the tests of processes share: a recorded command bus, sample events, a shop in miniature.
@NullMarked
package io.daybook.saga.testing;

import org.jspecify.annotations.NullMarked;
