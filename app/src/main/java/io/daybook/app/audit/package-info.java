/// `daybook verify`: whether the store is what was written, and proofs of single events.
@NullMarked
package io.daybook.app.audit;

import org.jspecify.annotations.NullMarked;
