package io.daybook.query.graphql;

import io.daybook.kernel.RejectionCode;

/// Why a read is refused.
public enum QueryRejection implements RejectionCode {
  INVALID_CURSOR(Kind.MALFORMED, "A cursor is used as it was given, for the same list."),
  PAGE_SIZE_OUT_OF_RANGE(Kind.MALFORMED, "A page has at least one element and not too many."),
  QUERY_TOO_DEEP(Kind.MALFORMED, "A query is nested only so deep."),
  QUERY_TOO_COMPLEX(Kind.MALFORMED, "A query asks for only so many fields, lists counted in full."),
  TOO_MANY_ALIASES(Kind.MALFORMED, "A query has only so many aliases."),
  REQUEST_TOO_LARGE(Kind.MALFORMED, "A request has only so many bytes."),
  TOO_MANY_STREAMS(
      Kind.UNAVAILABLE, "Only so many sockets and event streams are open at once; try again."),
  TOO_MANY_OPERATIONS(
      Kind.CONFLICT, "A socket has only so many subscriptions and unread answers at once."),
  SUBSCRIPTION_NEEDS_A_STREAM(
      Kind.MALFORMED,
      "A subscription is asked for by WebSocket, or with Accept: text/event-stream."),
  INVALID_POSITION(Kind.MALFORMED, "A position is a whole number from 0."),
  POSITION_NOT_REACHED(Kind.CONFLICT, "The read models are not there yet; try again.");

  private final Kind kind;
  private final String rule;

  QueryRejection(Kind kind, String rule) {
    this.kind = kind;
    this.rule = rule;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String rule() {
    return rule;
  }
}
