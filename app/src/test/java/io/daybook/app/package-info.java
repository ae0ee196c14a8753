@NullMarked
package io.daybook.app;

import org.jspecify.annotations.NullMarked;
