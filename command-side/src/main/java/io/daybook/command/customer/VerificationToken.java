package io.daybook.command.customer;

import io.daybook.eventstore.Sha256;
import io.daybook.kernel.id.CustomerId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/// `<customer's uuid>.<secret>`: the first part finds the customer, the second proves that the mail was
/// received.
record VerificationToken(String value) {
  /// @param secret random bytes that nobody can guess
  static VerificationToken of(CustomerId customer, byte[] secret) {
    return new VerificationToken(
        customer.uuid() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /// SHA-256 in hexadecimal. The secret is random and long, so a slow hash would add nothing.
  String hash() {
    return Sha256.hexOf(value.getBytes(StandardCharsets.UTF_8));
  }

  /// Compares in constant time.
  boolean hasHash(String expected) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "VerificationToken[********]";
  }
}
