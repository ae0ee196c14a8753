/// How events look in their rows: short numbers for what repeats, bytes for the rest.
@NullMarked
package io.daybook.eventstore.form;

import org.jspecify.annotations.NullMarked;
