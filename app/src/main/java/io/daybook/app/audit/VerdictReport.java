package io.daybook.app.audit;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.eventstore.audit.Finding;
import io.daybook.eventstore.audit.Range;
import io.daybook.eventstore.audit.TrustedKeys;
import io.daybook.eventstore.audit.Verdict;
import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.audit.Verdict.Tampered;
import java.io.PrintWriter;
import java.util.Base64;
import java.util.Locale;

/// What is said of a verdict.
record VerdictReport(PrintWriter out, TrustedKeys keys) {

  void tell(Verdict verdict) {
    switch (verdict) {
      case Intact intact -> tell(intact);
      case Tampered tampered -> throw failure(tampered);
    }
  }

  private void tell(Intact intact) {
    print("Intact  %,d events in %,d batches", intact.head().position(), intact.seals());
    for (Range range : intact.adopted()) {
      print("Adopted %s: they were there before they were sealed", range);
    }
    if (intact.unsealed() > 0) {
      print("Open    %,d events have no seal yet", intact.unsealed());
    }
    print("Anchor  %s", intact.head());
    tellKeys();
  }

  void tellKeys() {
    keys.all()
        .forEach(key -> print("Key     %s", Base64.getEncoder().encodeToString(key.encoded())));
    out.flush();
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private static Failure failure(Tampered found) {
    return new Failure(
        ExitCode.TAMPERED,
        "position %d is not as it was: %s, %s (batch %d to %d)%s"
            .formatted(
                found.position(),
                found.finding(),
                found.finding().sentence(),
                found.first(),
                found.last(),
                found.finding() == Finding.KEY_UNKNOWN
                    ? "; if it is another node's, name every node's with --public-key"
                    : ""));
  }
}
