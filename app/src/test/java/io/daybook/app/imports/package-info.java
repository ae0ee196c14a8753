@NullMarked
package io.daybook.app.imports;

import org.jspecify.annotations.NullMarked;
