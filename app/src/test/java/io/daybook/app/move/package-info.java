@NullMarked
package io.daybook.app.move;

import org.jspecify.annotations.NullMarked;
