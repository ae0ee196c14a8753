package io.daybook.http;

/// Metadata of a command that came in as a request. It is not handed down to events.
public final class RequestMeta {
  /// Asks for a [Receipt]; the value is the id to answer with.
  public static final String RECEIPT = "receipt";

  public static final String IDEMPOTENCY_KEY = "idempotencyKey";

  /// The request that the key belongs to: what its command is.
  public static final String REQUEST = "request";

  /// The same as an earlier program put it, which compared the texts of requests.
  public static final String EARLIER_REQUEST = "earlierRequest";

  private RequestMeta() {}
}
