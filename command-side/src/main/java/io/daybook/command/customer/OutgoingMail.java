package io.daybook.command.customer;

import io.daybook.customer.Email;
import io.daybook.kernel.TenantId;
import java.util.List;

/// The mails that wait to be sent, each written in the transaction of the command that asks for it:
/// a command that is refused, or only tried, sends nothing.
public interface OutgoingMail {
  void queue(TenantId tenant, QueuedMail mail);

  /// The newest first.
  List<QueuedMail> to(TenantId tenant, Email recipient, int limit);

  void forget(TenantId tenant, Email recipient);
}
