/// The Merkle log: what was appended is sealed batch by batch, and every later change of it is found.
@NullMarked
package io.daybook.eventstore.audit;

import org.jspecify.annotations.NullMarked;
