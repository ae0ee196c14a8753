package io.daybook.eventstore.audit;

import io.daybook.eventstore.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 public key (RFC 8032). A verification is worth as much as the place in which its key was kept.
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
      byte[] der =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(encoded))
              .getEncoded();
      // RFC 8410: the point is what the encoding ends with
      int point = der.length - Ed25519.PUBLIC_KEY_SIZE;
      return new VerificationKey(encoded, new Ed25519PublicKeyParameters(der, point));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("This is not an Ed25519 public key", e);
    }
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
