/// How a command reaches its aggregate: its tenant, its time, its stream, and what its events inherit from it.
@NullMarked
package io.daybook.command.dispatch;

import org.jspecify.annotations.NullMarked;
