@NullMarked
package io.daybook.app.processors;

import org.jspecify.annotations.NullMarked;
