package io.daybook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniqueKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Café, Cafe\u0301",
    "Tea, tEA",
    "Straße, STRASSE",
    "ΟΔΟΣ, οδος",
    "Green Tea, 'Green  \u00a0Tea '",
    "Tea, 'T\u200bea'",
    "Tea, 'Tea\ufe0f'"
  })
  void texts_that_are_the_same_to_people_have_one_key(String one, String other) {
    assertThat(UniqueKey.of(one)).isEqualTo(UniqueKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({"Cafe, Café", "Tea, Teas", "Green Tea, GreenTea", "Tea?, Tea"})
  void others_have_others(String one, String other) {
    assertThat(UniqueKey.of(one)).isNotEqualTo(UniqueKey.of(other));
  }

  @Test
  void the_key_of_an_earlier_program_is_mostly_the_same() {
    assertThat(UniqueKey.of("Green Tea")).isEqualTo("green tea");
    assertThat(UniqueKey.earlier("Green Tea")).isEmpty();
    assertThat(UniqueKey.earlier("ada@example.org")).isEmpty();
  }

  @Test
  void where_it_was_another_it_is_known() {
    assertThat(UniqueKey.earlier("Straße")).containsExactly("straße");
    assertThat(UniqueKey.earlier("Caf\u00e9")).containsExactly("cafe\u0301");
  }
}
