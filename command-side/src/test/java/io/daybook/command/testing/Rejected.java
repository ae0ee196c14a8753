package io.daybook.command.testing;

import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/// A refusal with this code, whatever its text.
public final class Rejected {
  private Rejected() {}

  public static Matcher<Rejection> with(RejectionCode code) {
    return new CustomTypeSafeMatcher<>("a rejection with " + code.name()) {
      @Override
      protected boolean matchesSafely(Rejection rejection) {
        return rejection.code() == code;
      }
    };
  }
}
