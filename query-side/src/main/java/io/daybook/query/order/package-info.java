/// Orders with their lines and their timeline.
@NullMarked
package io.daybook.query.order;

import org.jspecify.annotations.NullMarked;
