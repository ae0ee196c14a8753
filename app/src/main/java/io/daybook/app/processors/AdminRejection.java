package io.daybook.app.processors;

import io.daybook.kernel.RejectionCode;

/// Why an operator's request is refused.
public enum AdminRejection implements RejectionCode {
  PROCESSOR_NOT_FOUND(Kind.NOT_FOUND, "There is no event processor of that name."),
  NOT_REPLAYABLE(
      Kind.RULE_BROKEN,
      "Only a projection is replayed: a process would do again what it has done to the outside."),
  REPLAY_RUNNING(
      Kind.CONFLICT, "This projection is being replayed already, or what was rebuilt is kept."),
  REPLAY_MODE_UNKNOWN(
      Kind.MALFORMED, "A replay's mode is `swap`, `compare`, `keep` or `in-place`."),
  REPLAY_IN_PLACE_ONLY(
      Kind.RULE_BROKEN, "This projection keeps no tables that could be rebuilt beside its own."),
  REPLAY_NOT_FOUND(
      Kind.NOT_FOUND, "There is no such replay. One in place that was cut off goes on by itself."),
  SEGMENT_ELSEWHERE(
      Kind.CONFLICT, "Another node works on this projection; replay it there, or stop that node."),
  DEAD_LETTER_NOT_FOUND(Kind.NOT_FOUND, "There is no such dead letter.");

  private final Kind kind;
  private final String rule;

  AdminRejection(Kind kind, String rule) {
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
