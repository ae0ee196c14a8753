package io.daybook.app.audit;

/// Sentences of the API's description that several routes have in common.
final class AuditTexts {
  static final String TENANT =
      "Whose events: a tenant, or `*` for all. Without it those of the header `Daybook-Tenant`, or"
          + " of `default`. A request with that header sees no other tenant.";
  static final String AFTER =
      "The position behind which the page begins: `next` of the page before.";
  static final String LIMIT = "How many events at most, 1 to 1,000; 100 where it is absent.";
  static final String FORBIDDEN = "Not staff, or another tenant than that of the header";
  static final String MALFORMED = "A filter, or the place to go on from, is not of this form";

  private AuditTexts() {}
}
