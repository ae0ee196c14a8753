/// What can be asked of payments over HTTP, and how it is answered.
@NullMarked
package io.daybook.command.payment.http;

import org.jspecify.annotations.NullMarked;
