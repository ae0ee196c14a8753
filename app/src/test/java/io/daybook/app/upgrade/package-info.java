/// What earlier programs have stored, and goes on.
@NullMarked
package io.daybook.app.upgrade;

import org.jspecify.annotations.NullMarked;
