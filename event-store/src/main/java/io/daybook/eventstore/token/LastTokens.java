package io.daybook.eventstore.token;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What the token of each segment was when this node has last read or written it. If it is something else
/// now, a crash of the database has taken back what was committed without waiting for the disk; and a
/// processor that went on as if nothing had happened would leave that out.
final class LastTokens {

  private record Place(String processor, int segment) {}

  private final Map<Place, Optional<String>> tokens = new ConcurrentHashMap<>();

  void read(String processor, int segment, @Nullable String token) {
    tokens.put(new Place(processor, segment), Optional.ofNullable(token));
  }

  /// Counts as soon as it is written, and does not any more if its transaction fails.
  void written(String processor, int segment, @Nullable String token) {
    Place place = new Place(processor, segment);
    @Nullable Optional<String> before = tokens.put(place, Optional.ofNullable(token));
    if (before != null && TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              if (status != STATUS_COMMITTED) {
                tokens.put(place, before);
              }
            }
          });
    }
  }

  /// Whether this node has claimed the segment.
  boolean isKnown(String processor, int segment) {
    return tokens.containsKey(new Place(processor, segment));
  }

  @Nullable String of(String processor, int segment) {
    return tokens.getOrDefault(new Place(processor, segment), Optional.empty()).orElse(null);
  }
}
