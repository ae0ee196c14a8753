/// Reads a shop's history from files and sends it as the ordinary commands, dated as in the files.
@NullMarked
package io.daybook.app.imports;

import org.jspecify.annotations.NullMarked;
