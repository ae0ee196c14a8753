@NullMarked
package io.daybook.app.cli;

import org.jspecify.annotations.NullMarked;
