package io.daybook.eventstore.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

  @TempDir private Path temporary;
  private Path path = Path.of("");
  private KeyFolder folder = KeyFolder.at(path);

  @BeforeEach
  void open() {
    path = temporary.resolve("data/keys");
    folder = KeyFolder.at(path);
  }

  @Test
  void a_key_is_made_once_and_only_its_owner_reads_it() throws Exception {
    SigningKey made = folder.signing();

    assertThat(KeyFolder.at(path).signing().encoded()).isEqualTo(made.encoded());
    assertThat(Files.getPosixFilePermissions(path))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (Stream<Path> files = Files.list(path)) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(Files.getPosixFilePermissions(file))
                      .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }
  }

  @Test
  void threads_that_start_on_one_folder_get_one_key() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 20; round++) {
        Path shared = temporary.resolve("shared-" + round);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<byte[]> node =
            () -> {
              start.await();
              return KeyFolder.at(shared).signing().encoded();
            };
        List<Future<byte[]>> keys = threads.invokeAll(List.of(node, node));

        assertThat(keys.get(0).get()).isEqualTo(keys.get(1).get());
        assertThat(KeyFolder.at(shared).signing().encoded()).isEqualTo(keys.get(0).get());
      }
    }
  }

  @Test
  void nodes_that_start_on_one_folder_get_one_key() throws Exception {
    List<Process> nodes =
        List.of(KeyProgram.start(path), KeyProgram.start(path), KeyProgram.start(path));
    try {
      List<String> keys = KeyProgram.goOn(nodes);

      assertThat(keys)
          .hasSize(3)
          .containsOnly(folder.signing().verification().fingerprint().toString());
    } finally {
      nodes.forEach(Process::destroyForcibly);
    }
  }

  @Test
  void looking_makes_no_key() {
    assertThat(folder.trusted().all()).isEmpty();
    assertThat(path).doesNotExist();
  }

  @Test
  void after_a_rotation_the_new_key_signs_and_the_old_one_is_still_believed() throws Exception {
    SigningKey old = folder.signing();
    SigningKey next = folder.next();
    Files.delete(path.resolve("key-1.private.pem"));

    assertThat(folder.signing().encoded()).isEqualTo(next.encoded()).isNotEqualTo(old.encoded());
    assertThat(folder.trusted().find(old.verification().fingerprint())).isPresent();
    assertThat(folder.trusted().find(next.verification().fingerprint())).isPresent();
  }

  @Test
  void keys_that_do_not_belong_together_are_refused() throws Exception {
    folder.signing();
    folder.next();
    Files.copy(
        path.resolve("key-1.public.pem"),
        path.resolve("key-2.public.pem"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThatIllegalArgumentException().isThrownBy(folder::signing);
  }

  @Test
  void what_is_no_key_is_refused() throws Exception {
    Path file = Files.writeString(temporary.resolve("no.pem"), "no key");
    assertThatIllegalArgumentException().isThrownBy(() -> KeyFolder.publicKey(file));

    Files.writeString(file, Pem.write(Pem.PUBLIC, "no key".getBytes(StandardCharsets.UTF_8)));
    assertThatIllegalArgumentException().isThrownBy(() -> KeyFolder.publicKey(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed448", "X25519", "EC", "RSA"})
  void a_key_of_another_kind_is_refused(String kind) throws Exception {
    VerificationKey ours = SigningKey.generate().verification();
    KeyPair other = KeyPairGenerator.getInstance(kind).generateKeyPair();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> VerificationKey.of(other.getPublic().getEncoded()))
        .withMessageContaining("Ed25519");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.of(other.getPrivate().getEncoded(), ours))
        .withMessageContaining("Ed25519");
  }

  /// Anybody's Ed25519 will do to check a seal.
  @Test
  void the_jdk_agrees_with_a_signature() throws Exception {
    SigningKey key = folder.signing();
    SignedSeal signed =
        key.sign(
            new Seal(
                false, 1, 2, Hash.NONE, Hash.NONE, Hash.NONE, 3, key.verification().fingerprint()));
    Signature jdk = Signature.getInstance("Ed25519");
    jdk.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(KeyFolder.publicKey(folder.publicFile(1)).encoded())));
    jdk.update(signed.seal().message());

    assertThat(jdk.verify(signed.signature())).isTrue();
    assertThat(signed.isSignedBy(key.verification())).isTrue();
    assertThat(signed.isSignedBy(SigningKey.generate().verification())).isFalse();
  }
}
