package io.daybook.app.audit;

import io.daybook.kernel.Rejection;
import org.jspecify.annotations.Nullable;

/// Where a page begins, and how many events it has at most.
record Paging(long after, int limit) {
  private static final int USUAL = 100;
  private static final int MOST = 1000;
  private static final String POSITION = "\\d{1,18}";

  /// @throws Rejection unless both are absent or of the documented form
  static Paging of(@Nullable String after, @Nullable String limit) {
    if (after != null && !after.matches(POSITION)) {
      throw refusal("after", after, "must be a position, as `next` of the page before");
    }
    return new Paging(after == null ? 0 : Long.parseLong(after), limit(limit));
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      throw refusal("limit", text, "must be 1 to " + MOST);
    }
    return limit;
  }

  static Rejection refusal(String field, String value, String rule) {
    return Rejection.of(AuditRejection.AUDIT_FILTER_INVALID).with(field, value, rule);
  }
}
