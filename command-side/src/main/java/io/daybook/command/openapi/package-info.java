/// The command API's own description (OpenAPI 3.1), made from the commands.
@NullMarked
package io.daybook.command.openapi;

import org.jspecify.annotations.NullMarked;
