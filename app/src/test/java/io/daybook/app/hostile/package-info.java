/// Requests with values that cannot be kept, shown and read again, to every command that there is.
@NullMarked
package io.daybook.app.hostile;

import org.jspecify.annotations.NullMarked;
