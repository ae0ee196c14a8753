/// Prints and exports the events of the store, by the server's audit API.
@NullMarked
package io.daybook.app.audit.export;

import org.jspecify.annotations.NullMarked;
