package io.daybook.query.graphql;

import io.daybook.eventstore.Sha256;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// A place in a list: the sort key and the id of one element.
///
/// What callers see is opaque, and carries a checksum over the list that it belongs to: its tenant,
/// conditions and order. So a cursor that was changed, or is used with another list, is noticed. It
/// is no secret and grants nothing: every read has its tenant, whatever the cursor says.
record Cursor(String key, String id) {
  private static final int CHECKSUM = 9;
  private static final char SEPARATOR = '\n';

  String text(String list) {
    byte[] content = content();
    byte[] checksum = checksum(list, content);
    byte[] all = Arrays.copyOf(checksum, CHECKSUM + content.length);
    System.arraycopy(content, 0, all, CHECKSUM, content.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /// @throws Rejection with [QueryRejection#INVALID_CURSOR] unless it is a cursor of this very list
  static Cursor parse(String text, String list) {
    byte[] all = decoded(text);
    if (all.length <= CHECKSUM) {
      throw invalid(text);
    }
    byte[] content = Arrays.copyOfRange(all, CHECKSUM, all.length);
    if (!Arrays.equals(Arrays.copyOf(all, CHECKSUM), checksum(list, content))) {
      throw invalid(text);
    }
    String both = new String(content, StandardCharsets.UTF_8);
    int separator = both.lastIndexOf(SEPARATOR);
    if (separator < 0 || Texts.fault(both) != null) {
      throw invalid(text);
    }
    return new Cursor(both.substring(0, separator), both.substring(separator + 1));
  }

  private byte[] content() {
    return (key + SEPARATOR + id).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw invalid(text);
    }
  }

  private static byte[] checksum(String list, byte[] content) {
    byte[] hash =
        new Sha256()
            .fixed(list.getBytes(StandardCharsets.UTF_8))
            .octet(SEPARATOR)
            .fixed(content)
            .end();
    return Arrays.copyOf(hash, CHECKSUM);
  }

  static Rejection invalid(String text) {
    return Rejection.of(QueryRejection.INVALID_CURSOR)
        .with("after", text, "must be a cursor of this list, with the same filter and sort");
  }
}
