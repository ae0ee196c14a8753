@NullMarked
package io.daybook.eventstore.search;

import org.jspecify.annotations.NullMarked;
