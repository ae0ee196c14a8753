@NullMarked
package io.daybook.app.client;

import org.jspecify.annotations.NullMarked;
