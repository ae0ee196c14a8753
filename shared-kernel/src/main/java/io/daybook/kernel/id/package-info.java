/// The ids of all entities. They are in one place, so that capabilities can name each other's entities
/// without needing each other.
@NullMarked
package io.daybook.kernel.id;

import org.jspecify.annotations.NullMarked;
