/// What can be asked of carts over HTTP, and how it is answered.
@NullMarked
package io.daybook.command.cart.http;

import org.jspecify.annotations.NullMarked;
