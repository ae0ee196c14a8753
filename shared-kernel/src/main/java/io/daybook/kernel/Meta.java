package io.daybook.kernel;

/// The keys of the metadata that every message carries, all with text values.
public final class Meta {
  public static final String TENANT_ID = "tenantId";
  public static final String ACTOR_TYPE = "actorType";
  public static final String ACTOR_ID = "actorId";
  public static final String CORRELATION_ID = "correlationId";
  public static final String CAUSATION_ID = "causationId";
  public static final String COMMAND_ID = "commandId";
  public static final String TRACEPARENT = "traceparent";

  /// The business time of a back-dated flow. It passes from a command to all that it sets off, so
  /// that an imported order is dated as in the books it came from, while the event's own timestamp
  /// still says when it was recorded.
  public static final String EFFECTIVE_AT = "effectiveAt";

  /// The business time that was decided for one command, at the edge that sent it.
  public static final String AT = "at";

  /// `true` on a command that must show its events and write none.
  public static final String DRY_RUN = "dryRun";

  private Meta() {}
}
