/// Decides about customers: who is registered, whose address is verified, and who is forgotten.
@NullMarked
package io.daybook.command.customer;

import org.jspecify.annotations.NullMarked;
