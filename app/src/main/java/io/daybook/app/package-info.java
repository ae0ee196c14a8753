/// The one bootable program: it puts the modules together, and knows them all.
@NullMarked
package io.daybook.app;

import org.jspecify.annotations.NullMarked;
