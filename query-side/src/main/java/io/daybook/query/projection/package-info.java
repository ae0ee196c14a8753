/// What all projections share: the facts around an event, and SQL values.
@NullMarked
package io.daybook.query.projection;

import org.jspecify.annotations.NullMarked;
