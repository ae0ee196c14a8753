/// What a tenant may set for itself, bound from the configuration over the defaults.
@NullMarked
package io.daybook.command.tenant;

import org.jspecify.annotations.NullMarked;
