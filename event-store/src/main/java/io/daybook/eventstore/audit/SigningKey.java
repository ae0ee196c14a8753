package io.daybook.eventstore.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// The Ed25519 key of an installation. Whoever has it can rewrite the log; the database never sees it.
///
/// Bouncy Castle signs with it, since the JDK takes some eighteen times as long for a signature.
public final class SigningKey {

  private final byte[] encoded;
  private final Ed25519PrivateKeyParameters key;
  private final VerificationKey verification;

  private SigningKey(
      byte[] encoded, Ed25519PrivateKeyParameters key, VerificationKey verification) {
    this.encoded = encoded.clone();
    this.key = key;
    this.verification = verification;
  }

  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return of(pair.getPrivate().getEncoded(), VerificationKey.of(pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has Ed25519", e);
    }
  }

  /// @param encoded PKCS #8
  /// @throws IllegalArgumentException if it is no Ed25519 key
  public static SigningKey of(byte[] encoded, VerificationKey verification) {
    Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(seed(encoded), 0);
    if (!verification.belongsTo(key.generatePublicKey())) {
      throw new IllegalArgumentException("Private and public key do not belong together");
    }
    return new SigningKey(encoded, key, verification);
  }

  /// The JDK reads it: Bouncy Castle would load every kind of key that it knows, at each start.
  private static byte[] seed(byte[] encoded) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return ((EdECPrivateKey) key).getBytes().orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("This is not an Ed25519 private key", e);
    }
  }

  public VerificationKey verification() {
    return verification;
  }

  byte[] encoded() {
    return encoded.clone();
  }

  SignedSeal sign(Seal seal) {
    byte[] message = seal.message();
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    return new SignedSeal(seal, signature);
  }
}
