/// What can be asked of the catalogue over HTTP, and how it is answered.
@NullMarked
package io.daybook.command.catalog.http;

import org.jspecify.annotations.NullMarked;
