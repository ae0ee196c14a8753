package io.daybook.app.hostile;

import java.util.List;
import java.util.stream.Stream;

/// What nobody would send on purpose, as JSON.
final class HostileValues {
  /// Also for the name of a value.
  static final List<String> TEXTS =
      List.of(
          "\"a\\ud83d\"",
          "\"\\udc00b\"",
          "\"a\\u0000b\"",
          "\"a\\u0007b\"",
          "\"\\ufffe\"",
          "\"\"",
          "\"   \"",
          "\"\\u200b\\u2060\"",
          "\"\\u0301\\u0301\"",
          "\"Cafe\\u0301 \\ud83d\\ude80\"",
          "\"XXX\"",
          "\"DEM\"",
          "\"+300000-01-01T00:00:00Z\"",
          "\"-4800-01-01T00:00:00Z\"",
          "\"1700000000\"",
          "\"NO_SUCH_THING\"",
          "\"" + "x".repeat(100_000) + "\"");

  private static final List<String> OTHERS =
      List.of(
          "-1",
          "0",
          "1.5",
          "1000000000",
          "2147483647",
          "9223372036854775807",
          "-9223372036854775808",
          "1e-999999999",
          "1e999999999",
          "9".repeat(1_001),
          "null",
          "true",
          "[]",
          "{}",
          "[{}]",
          "[null]",
          "{\"amountMinor\":1,\"currency\":\"\"}",
          "[".repeat(2_000) + "]".repeat(2_000));

  static final List<String> ALL = Stream.concat(TEXTS.stream(), OTHERS.stream()).toList();

  private HostileValues() {}
}
