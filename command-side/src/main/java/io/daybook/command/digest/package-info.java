/// Digests of what must not be kept as it is, or must be short.
@NullMarked
package io.daybook.command.digest;

import org.jspecify.annotations.NullMarked;
