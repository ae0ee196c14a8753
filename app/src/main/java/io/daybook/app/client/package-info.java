/// A client of Daybook's own public API: what the imports and the demonstration do, any other
/// program can do as well.
@NullMarked
package io.daybook.app.client;

import org.jspecify.annotations.NullMarked;
