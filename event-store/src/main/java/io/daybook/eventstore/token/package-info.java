/// How far each processor has come, and which node is working on it.
@NullMarked
package io.daybook.eventstore.token;

import org.jspecify.annotations.NullMarked;
