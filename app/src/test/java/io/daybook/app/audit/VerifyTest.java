package io.daybook.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.Categories;
import io.daybook.app.ChildProgram;
import io.daybook.app.ExitCode;
import io.daybook.app.postgres.StoreDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The command as it is typed, on one data directory: with its server running, and without.
@TestMethodOrder(OrderAnnotation.class)
class VerifyTest {
  @TempDir private static Path data;
  @TempDir private static Path elsewhere;

  private record Answer(int status, String text) {
    private String after(String word) {
      return text.lines()
          .filter(line -> line.startsWith(word))
          .findFirst()
          .orElseThrow(() -> new AssertionError(text))
          .substring(word.length())
          .strip();
    }
  }

  private static Answer verify(Path directory, String... options) throws Exception {
    String[] command =
        Stream.concat(Stream.of("verify"), Stream.of(options)).toArray(String[]::new);
    try (ChildProgram program = ChildProgram.run(directory, command)) {
      return new Answer(program.exitStatus(), program.text());
    }
  }

  @Test
  @Order(1)
  void a_running_store_is_intact_and_an_event_of_it_can_be_proved_elsewhere() throws Exception {
    try (ChildProgram server = ChildProgram.start(data)) {
      String url = server.awaitRunning().url();
      for (String name : List.of("Tea", "Coffee", "Cups")) {
        Categories.create(url, name);
      }

      Answer whole = verify(data);
      assertThat(whole.status()).as(whole.text()).isZero();
      assertThat(whole.text()).doesNotContain("WARN");
      assertThat(whole.after("Intact")).startsWith("3 events in");
      Files.writeString(elsewhere.resolve("anchor"), whole.after("Anchor"));

      Answer proof = verify(data, "--event", "2", "--proof", file("proof.json"));
      assertThat(proof.status()).as(proof.text()).isZero();
    }
    Files.copy(data.resolve("audit-keys/key-1.public.pem"), elsewhere.resolve("key.pem"));
    Answer offline =
        verify(elsewhere, "--proof", file("proof.json"), "--public-key", file("key.pem"));
    assertThat(offline.status()).as(offline.text()).isZero();
    assertThat(offline.after("Payload")).contains("Coffee");
  }

  @Test
  @Order(2)
  void a_proof_that_was_changed_does_not_hold() throws Exception {
    String proof = Files.readString(elsewhere.resolve("proof.json"));
    Files.writeString(
        elsewhere.resolve("false.json"), proof.replace("\"position\" : 2", "\"position\" : 3"));
    Files.writeString(elsewhere.resolve("broken.json"), "{\"version\":1}");

    assertThat(
            verify(elsewhere, "--proof", file("false.json"), "--public-key", file("key.pem"))
                .status())
        .isEqualTo(ExitCode.TAMPERED.status());
    assertThat(
            verify(elsewhere, "--proof", file("broken.json"), "--public-key", file("key.pem"))
                .status())
        .isEqualTo(ExitCode.FAILED.status());
  }

  @Test
  @Order(3)
  void a_store_that_stands_still_is_verified_against_key_and_anchor_from_elsewhere()
      throws Exception {
    String anchor = Files.readString(elsewhere.resolve("anchor"));

    Answer intact = verify(data, "--anchor", anchor, "--public-key", file("key.pem"));
    assertThat(intact.status()).as(intact.text()).isZero();
    Answer cut = verify(data, "--anchor", anchor.replaceFirst("3:", "4:"));
    assertThat(cut.status()).as(cut.text()).isEqualTo(ExitCode.TAMPERED.status());
    assertThat(cut.text()).contains("position 4", "CUT");
  }

  @Test
  @Order(4)
  void a_new_key_is_made_and_believed_beside_the_old_one() throws Exception {
    Answer made = verify(data, "--new-key");

    assertThat(made.status()).as(made.text()).isZero();
    assertThat(made.text().lines().filter(line -> line.startsWith("Key"))).hasSize(2);
    assertThat(verify(data).status()).isZero();
  }

  @Test
  @Order(5)
  void an_edited_event_is_named_by_its_position() throws Exception {
    try (StoreDatabase database = StoreDatabase.of(data)) {
      JdbcClient.create(database.source())
          .sql(
              """
              UPDATE event_store.event SET payload = replace(
                convert_from(payload, 'UTF8'), 'Coffee', 'Cacao!')::bytea WHERE position = 2
              """)
          .update();
    }

    Answer found = verify(data);

    assertThat(found.status()).as(found.text()).isEqualTo(ExitCode.TAMPERED.status());
    assertThat(found.text()).contains("position 2", "EDITED");
  }

  @Test
  @Order(6)
  void wrong_usage_is_told_by_its_exit_status() throws Exception {
    int usage = ExitCode.USAGE.status();

    assertThat(verify(data, "--anchor", "yesterday").status()).isEqualTo(usage);
    assertThat(verify(data, "--event", "2").status()).isEqualTo(usage);
    assertThat(verify(data, "--public-key", file("nothing.pem")).status()).isEqualTo(usage);
    assertThat(verify(elsewhere).status()).isEqualTo(usage);
  }

  private static String file(String name) {
    return elsewhere.resolve(name).toString();
  }
}
