package io.daybook.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoneRowsTest {
  private static final Refusal REFUSAL = new Refusal("INVALID_PRICE", "A price is positive.");

  @TempDir private Path folder;

  @Test
  void what_was_saved_is_known_to_the_next_run() {
    DoneRows first = DoneRows.open(folder, "a");
    first.done(3);
    first.refused(70_000, REFUSAL);
    first.save();
    DoneRows second = DoneRows.open(folder, "a");
    assertThat(second.isDone(3)).isTrue();
    assertThat(second.isDone(70_000)).isTrue();
    assertThat(second.isDone(4)).isFalse();
    assertThat(second.count()).isEqualTo(2);
    assertThat(second.refusals()).isEqualTo(Map.of(70_000, REFUSAL));
  }

  @Test
  void another_input_has_another_checkpoint() {
    DoneRows first = DoneRows.open(folder, "a");
    first.done(3);
    first.save();
    assertThat(DoneRows.open(folder, "b").count()).isZero();
  }

  @Test
  void a_checkpoint_that_cannot_be_read_counts_for_nothing() throws IOException {
    DoneRows.open(folder, "a").save();
    Files.writeString(folder.resolve("imports/a.json"), "{\"done\": \"#\", \"refused\": {}}");
    assertThat(DoneRows.open(folder, "a").count()).isZero();
    Files.writeString(folder.resolve("imports/a.json"), "{\"do");
    assertThat(DoneRows.open(folder, "a").count()).isZero();
  }

  @Test
  void what_is_forgotten_is_done_again() {
    DoneRows checkpoint = DoneRows.open(folder, "a");
    checkpoint.refused(3, REFUSAL);
    checkpoint.forget();
    assertThat(checkpoint.isDone(3)).isFalse();
    assertThat(checkpoint.refusals()).isEmpty();
  }
}
