/// A history of purchases, one a line: who, when, how many units, for how much.
@NullMarked
package io.daybook.app.imports.purchases;

import org.jspecify.annotations.NullMarked;
