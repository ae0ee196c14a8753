package io.daybook.customer;

import io.daybook.kernel.Rejection;
import io.daybook.kernel.SingleValue;
import io.daybook.kernel.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/// An e-mail address, in lower case, so that one mailbox is one customer.
public record Email(String value) implements SingleValue {
  private static final int MAX_LENGTH = 254; // RFC 5321, 4.5.3.1.3, less the angle brackets
  private static final Pattern SHAPE =
      Pattern.compile(
          "[^\\s@<>\"(),;:]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  public Email {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
      throw Rejection.of(CustomerRejection.INVALID_EMAIL)
          .with("email", value, "must look like name@example.org");
    }
  }

  /// For an address that is new: one that was stored before is read whatever it is.
  ///
  /// @throws Rejection with [CustomerRejection#INVALID_EMAIL] where a character of it cannot be seen
  public Email requireVisible() {
    if (!Texts.isLine(value, MAX_LENGTH) || Texts.hasInvisible(value)) {
      throw Rejection.of(CustomerRejection.INVALID_EMAIL)
          .with("email", value, "must have no characters that cannot be seen");
    }
    return this;
  }

  @Override
  public String toString() {
    return value;
  }
}
