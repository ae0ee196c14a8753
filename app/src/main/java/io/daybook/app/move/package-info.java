/// `daybook move-events`: from a database that Axon's own engine has written to Daybook's.
@NullMarked
package io.daybook.app.move;

import org.jspecify.annotations.NullMarked;
