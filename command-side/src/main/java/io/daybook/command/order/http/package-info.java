/// What can be asked of orders over HTTP, and how it is answered.
@NullMarked
package io.daybook.command.order.http;

import org.jspecify.annotations.NullMarked;
