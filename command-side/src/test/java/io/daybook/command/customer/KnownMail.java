package io.daybook.command.customer;

import io.daybook.customer.Email;
import io.daybook.kernel.TenantId;
import java.util.ArrayList;
import java.util.List;

/// The mails of one tenant, for tests of what is asked to be sent.
record KnownMail(List<QueuedMail> queued) implements OutgoingMail {
  KnownMail() {
    this(new ArrayList<>());
  }

  @Override
  public void queue(TenantId tenant, QueuedMail mail) {
    queued.add(mail);
  }

  @Override
  public List<QueuedMail> to(TenantId tenant, Email recipient, int limit) {
    return queued.stream().filter(mail -> mail.recipient().equals(recipient)).limit(limit).toList();
  }

  @Override
  public void forget(TenantId tenant, Email recipient) {
    queued.removeIf(mail -> mail.recipient().equals(recipient));
  }
}
