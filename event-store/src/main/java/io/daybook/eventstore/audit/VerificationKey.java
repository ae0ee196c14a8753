package io.daybook.eventstore.audit;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 public key (RFC 8032). What it says of a store is worth as much as the place it was kept
/// in.
public final class VerificationKey {

  private final byte[] encoded;
  private final Ed25519PublicKeyParameters key;
  private final Hash fingerprint;

  private VerificationKey(byte[] encoded, Ed25519PublicKeyParameters key) {
    this.encoded = encoded.clone();
    this.key = key;
    this.fingerprint = Hash.of(new Sha256().fixed(encoded).end());
  }

  /// @param encoded X.509 SubjectPublicKeyInfo
  /// @throws IllegalArgumentException if it is no Ed25519 key
  public static VerificationKey of(byte[] encoded) {
    try {
      if (PublicKeyFactory.createKey(encoded) instanceof Ed25519PublicKeyParameters key) {
        return new VerificationKey(encoded, key);
      }
    } catch (IOException | RuntimeException e) { // ASN.1 has many ways to be wrong
      throw new IllegalArgumentException("This is not an Ed25519 public key", e);
    }
    throw new IllegalArgumentException("This is a public key, but not of Ed25519");
  }

  public byte[] encoded() {
    return encoded.clone();
  }

  /// SHA-256 of the encoded key.
  public Hash fingerprint() {
    return fingerprint;
  }

  boolean belongsTo(Ed25519PublicKeyParameters other) {
    return Arrays.equals(key.getEncoded(), other.getEncoded());
  }

  boolean hasSigned(byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_SIZE
        && key.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
  }
}
