@NullMarked
package io.daybook.app.capability;

import org.jspecify.annotations.NullMarked;
