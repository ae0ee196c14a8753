package io.daybook.command.facts;

import io.daybook.kernel.Event;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// How one kind of facts comes from a stream: the facts before, an event, the facts after.
///
/// @param type of the facts, which also names them in the cache
public record Fold<F>(Class<F> type, BiFunction<@Nullable F, Event, F> step) {}
