/// How far each processor has come, and which node is working on it. Internal.
@NullMarked
package io.daybook.eventstore.token;

import org.jspecify.annotations.NullMarked;
