/// The words that every capability shares: ids, money, tenants, actors, time, refusals.
@NullMarked
package io.daybook.kernel;

import org.jspecify.annotations.NullMarked;
