@NullMarked
package io.daybook.app.postgres;

import org.jspecify.annotations.NullMarked;
