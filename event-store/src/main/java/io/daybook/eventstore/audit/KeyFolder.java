package io.daybook.eventstore.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// The keys of an installation in a folder that its owner alone reads: `key-1.private.pem`,
/// `key-1.public.pem`, `key-2…`. The last one signs. Of those before it the public half is needed as
/// long as what they signed is to be verified.
public final class KeyFolder {

  private final Path folder;

  private KeyFolder(Path folder) {
    this.folder = folder;
  }

  /// Makes no key: a folder that is not there has none.
  public static KeyFolder at(Path folder) {
    return new KeyFolder(folder);
  }

  /// The key that signs, made where there is none yet.
  public SigningKey signing() {
    int count = count();
    return count == 0 ? next() : privateKey(count);
  }

  /// Makes the key that signs from the next start on.
  public SigningKey next() {
    SigningKey key = SigningKey.generate();
    int number = count() + 1;
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      write(privateFile(number), Pem.write(Pem.PRIVATE, key.encoded()));
      write(publicFile(number), Pem.write(Pem.PUBLIC, key.verification().encoded()));
    } catch (IOException e) {
      throw new UncheckedIOException("The key of the Merkle log cannot be kept in " + folder, e);
    }
    return key;
  }

  public TrustedKeys trusted() {
    List<VerificationKey> keys = new ArrayList<>();
    for (int number = 1; number <= count(); number++) {
      keys.add(publicKey(publicFile(number)));
    }
    return new TrustedKeys(keys);
  }

  /// @throws IllegalArgumentException if the file holds no Ed25519 public key in PEM
  public static VerificationKey publicKey(Path file) {
    return VerificationKey.of(Pem.read(Pem.PUBLIC, read(file)));
  }

  private SigningKey privateKey(int number) {
    return SigningKey.of(
        Pem.read(Pem.PRIVATE, read(privateFile(number))), publicKey(publicFile(number)));
  }

  private int count() {
    int count = 0;
    while (Files.exists(publicFile(count + 1))) {
      count++;
    }
    return count;
  }

  public Path publicFile(int number) {
    return folder.resolve("key-" + number + ".public.pem");
  }

  private Path privateFile(int number) {
    return folder.resolve("key-" + number + ".private.pem");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// There in full, or not at all.
  private static void write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
