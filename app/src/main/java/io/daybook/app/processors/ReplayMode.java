package io.daybook.app.processors;

import io.daybook.kernel.Rejection;
import io.daybook.query.rebuild.Purpose;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a projection is built again.
public enum ReplayMode {
  /// Beside the one that serves, which it replaces in the end.
  SWAP,
  /// Beside the one that serves, to tell the differences; then it is dropped.
  COMPARE,
  /// Beside the one that serves, to be looked at.
  KEEP,
  /// Empties the tables and fills them again: readers see them grow.
  IN_PLACE;

  static @Nullable ReplayMode of(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(values())
        .filter(mode -> mode.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Rejection.of(AdminRejection.REPLAY_MODE_UNKNOWN)
                    .with("mode", name, "swap, compare, keep or in-place"));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Optional<Purpose> purpose() {
    return this == IN_PLACE ? Optional.empty() : Optional.of(Purpose.valueOf(name()));
  }
}
