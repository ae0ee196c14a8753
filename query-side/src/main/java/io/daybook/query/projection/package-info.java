/// What all projections share: what is recorded with an event, and SQL values.
@NullMarked
package io.daybook.query.projection;

import org.jspecify.annotations.NullMarked;
