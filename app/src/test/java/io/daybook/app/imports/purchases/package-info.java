@NullMarked
package io.daybook.app.imports.purchases;

import org.jspecify.annotations.NullMarked;
