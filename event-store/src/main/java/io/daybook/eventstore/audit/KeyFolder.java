package io.daybook.eventstore.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The keys of an installation in a folder that its owner alone reads: `key-1.private.pem`,
/// `key-1.public.pem`, `key-2…`. The last one signs. Of those before it the public half is needed as
/// long as what they signed is to be verified.
public final class KeyFolder {

  private static final String OWNER_ONLY = "rw-------";
  private static final Set<OpenOption> CREATE_OR_OPEN =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  private static final Set<OpenOption> CREATE_NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path folder;

  private KeyFolder(Path folder) {
    this.folder = folder;
  }

  /// Makes no key: a folder that is not there has none.
  public static KeyFolder at(Path folder) {
    return new KeyFolder(folder);
  }

  /// The key that signs, made where there is none yet: of nodes that start on one folder together one
  /// makes it, and the others find it.
  public SigningKey signing() {
    int count = count();
    return count == 0 ? alone(this::firstOrMade) : privateKey(count);
  }

  private SigningKey firstOrMade() throws IOException {
    int count = count();
    return count == 0 ? make() : privateKey(count);
  }

  /// Makes the key that signs from the next start on.
  public SigningKey next() {
    return alone(this::make);
  }

  private SigningKey make() throws IOException {
    SigningKey key = SigningKey.generate();
    int number = count() + 1;
    write(privateFile(number), Pem.write(Pem.PRIVATE, key.encoded()));
    write(publicFile(number), Pem.write(Pem.PUBLIC, key.verification().encoded()));
    return key;
  }

  /// With the folder locked for other threads and other processes. The lock's file is deleted when the
  /// key is there: whoever waits for it then finds the key before it makes one.
  private SigningKey alone(Making making) {
    synchronized (KeyFolder.class) {
      Path file = folder.resolve("lock");
      try {
        Files.createDirectories(folder, mode("rwx------"));
        try (FileChannel channel = FileChannel.open(file, CREATE_OR_OPEN, mode(OWNER_ONLY))) {
          channel.lock(); // until the channel is closed
          SigningKey key = making.key();
          Files.deleteIfExists(file);
          return key;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The key of the Merkle log cannot be kept in " + folder, e);
      }
    }
  }

  @FunctionalInterface
  private interface Making {
    SigningKey key() throws IOException;
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
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

  /// Writes the file in full or not at all, even if the machine crashes.
  private static void write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel channel = FileChannel.open(draft, CREATE_NEW, mode(OWNER_ONLY))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
