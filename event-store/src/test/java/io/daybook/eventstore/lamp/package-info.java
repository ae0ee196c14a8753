/// A domain of lamps, for the tests: the module itself must do without any.
@NullMarked
package io.daybook.eventstore.lamp;

import org.jspecify.annotations.NullMarked;
