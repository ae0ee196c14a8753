@NullMarked
package io.daybook.app.audit.export;

import org.jspecify.annotations.NullMarked;
