package io.daybook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a\ud83d", "\udc00b", "a\u0000", "a\u0007", "a\u0085", "\ufffe", "\ufdd0"})
  void what_cannot_be_kept_shown_and_read_again_has_a_fault(String text) {
    assertThat(Texts.fault(text)).startsWith("must not contain");
    assertThat(Texts.isLine(text, 10)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tea", "Café", "两 茶", "🚀", "👨‍👩‍👧", "a\nb\tc", "שלום"})
  void what_people_write_has_none(String text) {
    assertThat(Texts.fault(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "\u00a0", "\u200b\u2060", "\ufeff", "\u0301", "\u3164", "\u2800"})
  void what_shows_nothing_is_no_name(String text) {
    assertThat(Texts.isVisible(text)).isFalse();
    assertThat(Texts.isLine(text, 10)).isFalse();
  }

  @Test
  void a_line_has_no_break() {
    assertThat(Texts.isLine("a\nb", 10)).isFalse();
    assertThat(Texts.isLine("a\u2028b", 10)).isFalse();
  }

  @Test
  void its_length_is_that_of_its_code_points() {
    assertThat(Texts.isLine("🚀".repeat(200), 200)).isTrue();
    assertThat(Texts.isLine("🚀".repeat(201), 200)).isFalse();
  }

  @Test
  void it_is_composed_and_has_no_blanks_around_it() {
    assertThat(Texts.tidied("\u00a0 Cafe\u0301\u3000")).isEqualTo("Caf\u00e9");
    assertThat(Texts.tidied(null)).isEmpty();
  }
}
