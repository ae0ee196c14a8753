package io.daybook.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/// Something that a unit of work wants written would not be read again as it is. Nothing is written.
public final class NotStorable extends EventStoreException {

  private static final long serialVersionUID = 1;

  private final String subject;
  private final String field;
  private final String reason;

  /// @param subject what was to be written: the stored name of an event, or `claim`
  /// @param field where in it, such as `lines[0].attributes`; empty where that is not known
  public NotStorable(String subject, String field, String reason) {
    this(subject, field, reason, null);
  }

  public NotStorable(String subject, String field, String reason, @Nullable Throwable cause) {
    super("%s cannot be stored: %s %s".formatted(subject, field, reason), cause);
    this.subject = subject;
    this.field = field;
    this.reason = reason;
  }

  public String subject() {
    return subject;
  }

  public String field() {
    return field;
  }

  public String reason() {
    return reason;
  }
}
