/// Real PostgreSQL for the tests of every module: one server per JVM, a fresh database per caller.
@NullMarked
package io.daybook.eventstore.testing;

import org.jspecify.annotations.NullMarked;
