package io.daybook.app.audit;

import io.daybook.kernel.RejectionCode;

/// Why a question about the events of the store is refused.
public enum AuditRejection implements RejectionCode {
  AUDIT_FILTER_INVALID(
      Kind.MALFORMED, "A filter, or the place to go on from, is of the documented form."),
  AUDIT_OF_OTHER_TENANT(
      Kind.FORBIDDEN, "A request with the header of a tenant sees the events of this tenant only."),
  EVENT_NOT_FOUND(Kind.NOT_FOUND, "There is no such event.");

  private final Kind kind;
  private final String rule;

  AuditRejection(Kind kind, String rule) {
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
