package io.daybook.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.audit.Range;
import io.daybook.eventstore.audit.SignedHead;
import io.daybook.eventstore.audit.SigningKey;
import io.daybook.eventstore.audit.TrustedKeys;
import io.daybook.eventstore.audit.VerifiedPrefix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationProgressTest {
  private static final VerifiedPrefix HALF =
      new VerifiedPrefix(
          SignedHead.parse("500:" + "0123456789abcdef".repeat(4)), 40, List.of(new Range(1, 99)));

  private final TrustedKeys keys = keys();

  @TempDir private Path folder;

  private static TrustedKeys keys() {
    return new TrustedKeys(List.of(SigningKey.generate().verification()));
  }

  @Test
  void a_verification_goes_on_where_it_was() {
    saveHalf();

    assertThat(VerificationProgress.in(folder, keys).load()).isEqualTo(HALF);
  }

  @Test
  void one_that_believes_other_keys_begins_at_the_beginning() {
    saveHalf();

    assertThat(VerificationProgress.in(folder, keys()).load()).isEqualTo(VerifiedPrefix.NOTHING);
  }

  @Test
  void a_complete_one_leaves_nothing() {
    saveHalf();
    VerificationProgress.in(folder, keys).delete();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void what_cannot_be_read_counts_as_nothing() throws Exception {
    saveHalf();
    Files.writeString(folder.resolve("verification.json"), "{\"head\":\"far\"}");

    assertThat(VerificationProgress.in(folder, keys).load()).isEqualTo(VerifiedPrefix.NOTHING);
    assertThat(folder).isEmptyDirectory();
  }

  private void saveHalf() {
    VerificationProgress checkpoint = VerificationProgress.in(folder, keys);
    checkpoint.reached(HALF);
    checkpoint.save();
  }
}
