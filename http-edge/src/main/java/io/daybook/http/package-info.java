/// The HTTP edge: who calls, how a request becomes a command by a table of routes, and how a decision or
/// a refusal becomes an answer.
@NullMarked
package io.daybook.http;

import org.jspecify.annotations.NullMarked;
