package io.daybook.kernel;

import java.util.UUID;
import java.util.regex.Pattern;

/// An identifier that says what it identifies: a prefix over a UUID, such as `ord_0192f0c1-…`.
/// UUIDs are version 7 where Daybook makes them, so that ids sort by the time of their making.
public interface Id extends SingleValue {
  Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  default UUID uuid() {
    return UUID.fromString(value().substring(value().indexOf('_') + 1));
  }

  /// @throws Rejection with [KernelRejection#INVALID_ID] unless the value is the prefix and a UUID
  static String checked(String prefix, String value) {
    if (!value.startsWith(prefix)
        || !UUID_TEXT.matcher(value.substring(prefix.length())).matches()) {
      throw Rejection.of(KernelRejection.INVALID_ID)
          .with("id", value, "must be " + prefix + " followed by a lower-case UUID");
    }
    return value;
  }
}
