/// What can be asked of stock over HTTP, and how it is answered.
@NullMarked
package io.daybook.command.inventory.http;

import org.jspecify.annotations.NullMarked;
