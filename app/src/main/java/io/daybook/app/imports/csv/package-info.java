/// Reads files of comma-separated values, and says where each wrong value stands.
@NullMarked
package io.daybook.app.imports.csv;

import org.jspecify.annotations.NullMarked;
