package io.daybook.command.testing;

import io.daybook.command.facts.Facts;
import io.daybook.command.facts.Fold;
import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Facts that come from the events which a test says have happened, through the real folds.
public final class KnownFacts implements Facts {
  private final Map<String, List<Event>> streams = new HashMap<>();

  public KnownFacts of(Id entity, Event... events) {
    streams.put(Given.TENANT.stream(entity), List.of(events));
    return this;
  }

  @Override
  public <F> Optional<F> find(Fold<F> fold, String stream) {
    F facts = null;
    for (Event event : streams.getOrDefault(stream, List.of())) {
      facts = fold.step().apply(facts, event);
    }
    return Optional.ofNullable(facts);
  }

  /// Nothing runs beside a test of one aggregate.
  @Override
  public <F> Optional<F> rely(Fold<F> fold, String stream) {
    return find(fold, stream);
  }
}
