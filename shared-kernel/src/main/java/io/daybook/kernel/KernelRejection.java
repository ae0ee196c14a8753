package io.daybook.kernel;

/// Refusals that belong to no capability in particular.
public enum KernelRejection implements RejectionCode {
  INVALID_ID(Kind.MALFORMED, "An id is a prefix and a UUID."),
  INVALID_TENANT(Kind.MALFORMED, "A tenant is named by a short lower-case word."),
  INVALID_ACTOR(Kind.MALFORMED, "An actor is a kind and an id."),
  INVALID_AMOUNT(
      Kind.MALFORMED, "An amount is a whole number of minor units of an ISO 4217 currency."),
  INVALID_TEXT(
      Kind.MALFORMED,
      "A text has whole characters, no controls, and no more than its field takes."),
  INVALID_INSTANT(Kind.MALFORMED, "An instant lies in the years 1970 to 9999."),
  INVALID_NUMBER(Kind.MALFORMED, "A number has no more digits than can be kept."),
  CURRENCY_MISMATCH(Kind.RULE_BROKEN, "Amounts of different currencies never meet."),
  MALFORMED_REQUEST(Kind.MALFORMED, "The request must be JSON of the documented shape."),
  MISSING_FIELD(Kind.MALFORMED, "A required field is missing."),
  STAFF_ONLY(Kind.FORBIDDEN, "Only staff may do this."),
  ROLE_NOT_ALLOWED(Kind.FORBIDDEN, "A route may be used by the roles that it names."),
  NOT_YOUR_OWN(
      Kind.FORBIDDEN, "What belongs to a customer is changed by this customer, or by staff."),
  CONCURRENT_CHANGE(
      Kind.CONFLICT, "Somebody else changed this at the same time; read it again and repeat."),
  IDEMPOTENCY_KEY_INVALID(Kind.MALFORMED, "An idempotency key has 1 to 255 characters."),
  IDEMPOTENCY_KEY_REUSED(Kind.RULE_BROKEN, "This idempotency key was used for another request."),
  IDEMPOTENCY_KEY_IN_USE(Kind.CONFLICT, "A request with this idempotency key is still running."),
  STORE_UNAVAILABLE(
      Kind.UNAVAILABLE, "The event store is not available at the moment; nothing was changed."),
  OUTCOME_UNKNOWN(
      Kind.UNAVAILABLE,
      "The event store did not answer in time; repeat the request with the same Idempotency-Key."),
  CHANGE_TOO_LARGE(Kind.RULE_BROKEN, "A request changes no more at once than the store takes."),
  NOT_STORABLE(Kind.RULE_BROKEN, "Nothing is stored that would not be read again as it was sent.");

  private final Kind kind;
  private final String rule;

  KernelRejection(Kind kind, String rule) {
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
