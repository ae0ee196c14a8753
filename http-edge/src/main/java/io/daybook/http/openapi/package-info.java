/// The description of the command routes (OpenAPI 3.1), made from the commands.
@NullMarked
package io.daybook.http.openapi;

import org.jspecify.annotations.NullMarked;
