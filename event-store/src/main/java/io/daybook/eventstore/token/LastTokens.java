package io.daybook.eventstore.token;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The token of each segment as this node has last read or written it. If the stored token is another one, a
/// crash of the database has undone a transaction that was committed without waiting for the disk, and the
/// processor must go on from the stored token.
final class LastTokens {

  private record Place(String processor, int segment) {}

  /// @param now what was written last, by a transaction that may still be open
  /// @param committed what others read until that transaction has ended
  /// @param changes of the [io.daybook.eventstore.read.Timeline] when the segment was claimed
  record Known(@Nullable String now, @Nullable String committed, long changes) {
    private static Known settled(@Nullable String token, long changes) {
      return new Known(token, token, changes);
    }

    Known with(@Nullable String token) {
      return new Known(token, committed, changes);
    }
  }

  private final Map<Place, Known> tokens = new ConcurrentHashMap<>();

  void read(String processor, int segment, @Nullable String token, long changes) {
    tokens.put(new Place(processor, segment), Known.settled(token, changes));
  }

  /// Records the new token before the update is sent, since without a transaction it is stored before the writer
  /// learns of it. When the update or its transaction fails, the old one is restored.
  ///
  /// @param now the changes of the timeline, for a segment that was not claimed
  void write(
      String processor,
      int segment,
      @Nullable String token,
      long now,
      Consumer<Optional<Known>> update) {
    Place place = new Place(processor, segment);
    Optional<Known> before = of(processor, segment);
    before.ifPresent(known -> tokens.put(place, known.with(token)));
    try {
      update.accept(before);
    } catch (RuntimeException e) {
      before.ifPresent(known -> tokens.put(place, known));
      throw e;
    }
    long changes = before.map(Known::changes).orElse(now);
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      tokens.put(place, Known.settled(token, changes));
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
              tokens.put(place, Known.settled(token, changes));
            } else {
              before.ifPresentOrElse(known -> tokens.put(place, known), () -> tokens.remove(place));
            }
          }
        });
  }

  /// Empty if this node has not claimed the segment.
  Optional<Known> of(String processor, int segment) {
    return Optional.ofNullable(tokens.get(new Place(processor, segment)));
  }
}
