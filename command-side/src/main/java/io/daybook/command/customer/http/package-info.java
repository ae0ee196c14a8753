/// What can be asked of customers over HTTP, and how it is answered.
@NullMarked
package io.daybook.command.customer.http;

import org.jspecify.annotations.NullMarked;
