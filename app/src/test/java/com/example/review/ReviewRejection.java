package com.example.review;

import io.daybook.kernel.RejectionCode;

/// Why something asked of a review is refused.
public enum ReviewRejection implements RejectionCode {
  REVIEW_NOT_FOUND(Kind.NOT_FOUND, "There is no such review."),
  REVIEW_ID_TAKEN(Kind.CONFLICT, "This id belongs to a review that was written with other data."),
  STARS_OUT_OF_RANGE(Kind.RULE_BROKEN, "A review gives from one to five stars.");

  private final Kind kind;
  private final String rule;

  ReviewRejection(Kind kind, String rule) {
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
