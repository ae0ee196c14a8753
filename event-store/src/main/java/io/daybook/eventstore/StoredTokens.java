package io.daybook.eventstore;

import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;

/// How far processors have come, on whichever node, as it is stored.
public interface StoredTokens {

  /// By segment. A segment that has not begun stands at the tail, before the first event.
  Map<Integer, TrackingToken> of(String processor);
}
