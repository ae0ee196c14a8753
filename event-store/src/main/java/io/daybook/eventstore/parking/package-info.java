/// Events that could not be handled, as they are kept until somebody tries them again. Internal.
@NullMarked
package io.daybook.eventstore.parking;

import org.jspecify.annotations.NullMarked;
