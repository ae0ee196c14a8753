package io.daybook.eventstore.audit;

/// What is wrong at the first position that is not as it was sealed.
public enum Finding {
  EDITED("the event was changed"),
  DELETED("the event is missing"),
  INSERTED("this event was never appended"),
  SWAPPED("this event was somewhere else"),
  SEAL_MISSING("the seal of this position is missing"),
  SEAL_FORGED("the seal does not bear the signature of its key"),
  KEY_UNKNOWN("the seal was signed by a key that is not trusted here"),
  CHAIN_BROKEN("the seal does not belong behind the one before it"),
  HEAD_CHANGED("the chain does not end where the store says it does"),
  REWRITTEN("the chain is not the one that the anchor was taken from"),
  CUT("the chain ends before the anchor");

  private final String sentence;

  Finding(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
