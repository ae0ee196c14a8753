package io.daybook.eventstore.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Keys in text files, as OpenSSL reads and writes them (RFC 7468).
final class Pem {

  static final String PUBLIC = "PUBLIC KEY";
  static final String PRIVATE = "PRIVATE KEY";
  private static final int LINE = 64;

  private Pem() {}

  static String write(String label, byte[] content) {
    byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
    String body = Base64.getMimeEncoder(LINE, newLine).encodeToString(content);
    return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(label, body);
  }

  /// @throws IllegalArgumentException if there is no such block
  static byte[] read(String label, String text) {
    String begin = "-----BEGIN " + label + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + label + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("There is no block '" + label + "' in it");
    }
    return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
  }
}
