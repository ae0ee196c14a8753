package io.daybook.http;

import io.daybook.kernel.RejectionCode;

/// Why a request is refused before anybody looks at what it asks for.
public enum EdgeRejection implements RejectionCode {
  UNKNOWN_HOST(421, "A request names a host that this server is known by: `daybook.hosts`."),
  UNKNOWN_ORIGIN(403, "Only pages of hosts that this server is known by may send requests."),
  NOT_JSON(415, "A request with a body is JSON, in UTF-8, and says so in its Content-Type.");

  private final int status;
  private final String rule;

  EdgeRejection(int status, String rule) {
    this.status = status;
    this.rule = rule;
  }

  /// HTTP has one of its own for each.
  int status() {
    return status;
  }

  @Override
  public Kind kind() {
    return this == NOT_JSON ? Kind.MALFORMED : Kind.FORBIDDEN;
  }

  @Override
  public String rule() {
    return rule;
  }
}
