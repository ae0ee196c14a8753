package io.daybook.command.customer;

import io.daybook.customer.Email;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A mail that waits to be sent.
///
/// @param template names the text that `data` is put into
/// @param data may hold secrets that only the recipient may see; it is kept out of logs
public record QueuedMail(
    UUID mailId, Email recipient, String template, Map<String, String> data, Instant queuedAt) {

  public QueuedMail {
    data = Map.copyOf(data);
  }

  @Override
  public String toString() {
    return "QueuedMail[mailId=" + mailId + ", template=" + template + "]";
  }
}
