package io.daybook.command.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.testing.KnownClaims;
import io.daybook.kernel.Samples;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CategoryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedClaimTest {
  private static final String TENANT = TenantId.DEFAULT.value();
  private static final CategoryId FIRST = CategoryId.of(Samples.uuid(1));
  private static final CategoryId SECOND = CategoryId.of(Samples.uuid(2));

  private final KnownClaims claims = new KnownClaims();
  private final NamedClaim names =
      new NamedClaim(claims, TenantId.DEFAULT, ClaimKinds.CATEGORY_NAME);

  @ParameterizedTest
  @CsvSource({"Café, Cafe\u0301", "Straße, STRASSE", "Green Tea, 'green  tea'", "Tea, 'T\u200bea'"})
  void a_name_is_taken_however_it_is_written(String name, String again) {
    assertThat(names.take(name, FIRST)).isTrue();
    assertThat(names.take(again, SECOND)).isFalse();
    assertThat(names.take(again, FIRST)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Straße, straße", "Café, café", "Café, cafe\u0301", "Tea, tea"})
  void what_an_earlier_program_has_claimed_stays_taken(String name, String earlierKey) {
    claims.take(TENANT, ClaimKinds.CATEGORY_NAME, earlierKey, FIRST.value());

    assertThat(names.take(name, SECOND)).isFalse();
    assertThat(names.take(name, FIRST)).isTrue();
  }

  @Test
  void it_is_given_up_under_whichever_key_it_was_taken() {
    claims.take(TENANT, ClaimKinds.CATEGORY_NAME, "straße", FIRST.value());

    names.release("Straße", FIRST);

    assertThat(names.take("STRASSE", SECOND)).isTrue();
    names.release("Strasse", SECOND);
    assertThat(names.take("Straße", FIRST)).isTrue();
  }
}
