@NullMarked
package io.daybook.app.imports.csv;

import org.jspecify.annotations.NullMarked;
