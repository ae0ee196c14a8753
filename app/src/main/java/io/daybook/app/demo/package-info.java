/// A shop to look at: generated from a seed, and set up by the ordinary commands.
@NullMarked
package io.daybook.app.demo;

import org.jspecify.annotations.NullMarked;
