/// Decision models: what a decision may know of other entities, read from their streams and never from a
/// projection.
@NullMarked
package io.daybook.command.model;

import org.jspecify.annotations.NullMarked;
