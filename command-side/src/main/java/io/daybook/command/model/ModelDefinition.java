package io.daybook.command.model;

import io.daybook.kernel.Event;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// How a decision model is made from a stream: a left fold over its events.
///
/// @param type of the model, which is also a part of its key in the cache
/// @param evolve the model before an event, the event, the model after it
public record ModelDefinition<M>(Class<M> type, BiFunction<@Nullable M, Event, M> evolve) {}
