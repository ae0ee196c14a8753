package io.daybook.command.customer.http;

import io.daybook.command.customer.OutgoingMail;
import io.daybook.command.customer.QueuedMail;
import io.daybook.customer.Email;
import io.daybook.http.Caller;
import io.daybook.http.CallerResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows staff the mails that wait to be sent, such as the one with the verification token.
@RestController
@RequestMapping("/api/v1/admin/mail")
class MailRoutes {
  private static final int SHOWN = 20;

  private final OutgoingMail mail;
  private final CallerResolver callers;

  MailRoutes(OutgoingMail mail, CallerResolver callers) {
    this.mail = mail;
    this.callers = callers;
  }

  @GetMapping
  List<QueuedMail> to(@RequestParam String recipient, HttpServletRequest request) {
    Caller caller = callers.resolve(request);
    return mail.to(caller.tenant(), new Email(recipient).requireVisible(), SHOWN);
  }
}
