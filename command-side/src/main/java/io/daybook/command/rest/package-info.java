/// The command API: how a request becomes a command, and a decision becomes an answer.
@NullMarked
package io.daybook.command.rest;

import org.jspecify.annotations.NullMarked;
