package io.daybook.command.testing;

import io.daybook.command.model.DecisionModels;
import io.daybook.command.model.ModelDefinition;
import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decision models of the events that a test says have happened, made by the real definitions.
public final class KnownModels implements DecisionModels {
  private final Map<String, List<Event>> streams = new HashMap<>();

  public KnownModels of(Id entity, Event... events) {
    streams.put(Given.TENANT.stream(entity), List.of(events));
    return this;
  }

  @Override
  public <M> Optional<M> find(ModelDefinition<M> definition, String stream) {
    M model = null;
    for (Event event : streams.getOrDefault(stream, List.of())) {
      model = definition.evolve().apply(model, event);
    }
    return Optional.ofNullable(model);
  }

  /// Nothing runs beside a test of one aggregate.
  @Override
  public <M> Optional<M> rely(ModelDefinition<M> definition, String stream) {
    return find(definition, stream);
  }
}
