package io.daybook.command.customer;

import io.daybook.command.testing.Given;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.customer.Email;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/// One customer's past, as the tests of this capability tell it.
final class Customers {
  static final CustomerId ADA = new CustomerId("cus_0192f0c1-0000-7000-8000-000000000001");
  static final Email ADAS_EMAIL = new Email("ada@example.org");
  static final AddressId HOME = new AddressId("adr_0192f0c1-0000-7000-8000-0000000000a1");
  static final AddressId WORK = new AddressId("adr_0192f0c1-0000-7000-8000-0000000000a2");
  static final Instant BEFORE = Given.NOW.minus(Duration.ofHours(1));

  private Customers() {}

  static CustomerRegistered registered(String tokenHash) {
    return new CustomerRegistered(
        ADA,
        ADAS_EMAIL,
        "Ada",
        "Lovelace",
        tokenHash,
        tokenHash == null ? null : Given.NOW.plus(Duration.ofHours(47)),
        BEFORE);
  }

  static CustomerRegistered registered() {
    return registered("c0ffee");
  }

  static CustomerEmailVerified verified() {
    return new CustomerEmailVerified(ADA, ADAS_EMAIL, BEFORE);
  }

  static ShippingAddressAdded addressAdded(AddressId id, Instant at) {
    return new ShippingAddressAdded(
        ADA, id, "Ada Lovelace", "12 St James's Square", "London", null, "SW1Y 4JH", "GB", at);
  }

  static CustomerDataErased erased() {
    return new CustomerDataErased(ADA, UUID.nameUUIDFromBytes(new byte[] {1}), BEFORE);
  }

  /// A refusal with this code that names these fields, in this order.
  static Matcher<Rejection> refusedNaming(RejectionCode code, String... fields) {
    return new CustomTypeSafeMatcher<>(code.name() + " naming " + List.of(fields)) {
      @Override
      protected boolean matchesSafely(Rejection rejection) {
        return rejection.code() == code
            && rejection.violations().stream()
                .map(Rejection.Violation::field)
                .toList()
                .equals(List.of(fields));
      }
    };
  }
}
