/// Whose personal data was erased, for those who show events as they were stored.
@NullMarked
package io.daybook.query.erasure;

import org.jspecify.annotations.NullMarked;
