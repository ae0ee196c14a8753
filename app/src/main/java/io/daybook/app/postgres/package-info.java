/// The database under the program: the embedded PostgreSQL's life, or the address of another.
@NullMarked
package io.daybook.app.postgres;

import org.jspecify.annotations.NullMarked;
