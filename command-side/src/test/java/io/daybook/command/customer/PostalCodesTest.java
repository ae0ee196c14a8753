package io.daybook.command.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalCodesTest {
  private static final int SEED = 1996;

  /// The shapes that a real trading company's customer list has, country by country: 9 is a digit, A a
  /// letter.
  @ParameterizedTest
  @CsvSource({
    "AR, 9999",
    "AT, 9999",
    "BE, B-9999",
    "BR, 99999-999",
    "CA, A9A 9A9",
    "CH, 9999",
    "DE, 99999",
    "DK, 9999",
    "ES, 99999",
    "FI, 99999",
    "FR, 99999",
    "GB, AA9 9AA",
    "GB, AA99 9AA",
    "IT, 99999",
    "MX, 99999",
    "NO, 9999",
    "PL, 99-999",
    "PT, 9999",
    "SE, S-999 99",
    "US, 99999",
    "VE, 9999"
  })
  void codes_of_a_real_customer_list_are_taken(String country, String shape) {
    assertThat(examples(shape)).allMatch(code -> PostalCodes.matches(code, country));
  }

  @ParameterizedTest
  @CsvSource({
    "GB, ec1a 1bb",
    "GB, EC1A1BB",
    "US, 98034-1234",
    "PT, 1000-205",
    "IE, D02 X285",
    "IE, ''",
    "NL, 1011 AC",
    "SE, 84467",
    "SE, SE-844 67",
    "DE, D-12209",
    "LV, LV-1050",
    "AR, C1010AAB",
    "JP, 100-0001",
    "CZ, 110 00",
    "MT, VLT 1117"
  })
  void other_codes_of_the_table_are_taken(String country, String code) {
    assertThat(PostalCodes.matches(code, country)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "LV, LV1050",
    "LV, LV 1050",
    "LV, ＬＶ－１０５０",
    "DE, D12209",
    "DE, 'D – 12209'",
    "DE, １２２０９",
    "PL, '00\u2013950'",
    "PL, '00\u2011950'",
    "NL, '1011\u00a0AC'",
    "JP, '１００−０００１'",
    "GB, 'EC1A  1BB'",
    "SE, 'S 844 67'"
  })
  void a_code_is_taken_as_people_write_it(String country, String code) {
    assertThat(PostalCodes.matches(PostalCodes.tidied(code), country)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DE, 1220",
    "DE, 122099",
    "DE, S-12209",
    "DE, ''",
    "DE, １２２０９",
    "GB, 12345",
    "US, 9803",
    "CA, 123 456",
    "NL, 1011",
    "SE, B-844 67",
    "IE, D02",
    "PL, 01--012"
  })
  void a_code_of_another_shape_is_refused(String country, String code) {
    assertThat(PostalCodes.matches(code, country)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"HK, ''", "AE, ''", "HK, 999077", "KY, KY1-1100", "BM, HM 12"})
  void a_country_that_is_not_listed_takes_what_may_be_a_code(String country, String code) {
    assertThat(PostalCodes.matches(code, country)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"AE, 1234567890123", "AE, <b>", "AE, 12_34"})
  void a_country_that_is_not_listed_does_not_take_anything(String country, String code) {
    assertThat(PostalCodes.matches(code, country)).isFalse();
  }

  @Test
  void a_code_is_required_where_the_country_has_them() {
    assertThat(PostalCodes.isRequired("DE")).isTrue();
    assertThat(PostalCodes.isRequired("IE")).isFalse();
    assertThat(PostalCodes.isRequired("HK")).isFalse();
  }

  @Test
  void the_table_has_real_countries_only() {
    assertThat(PostalCodes.countries())
        .isSubsetOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2))
        .hasSizeGreaterThan(50);
  }

  private static Stream<String> examples(String shape) {
    Random random = new Random(SEED);
    return Stream.generate(() -> example(shape, random)).limit(50);
  }

  /// The sign of a country, as in `S-999 99`, stays as it is.
  private static String example(String shape, Random random) {
    int code = shape.matches("[A-Z]-.*") ? 2 : 0;
    return shape.substring(0, code)
        + shape
            .substring(code)
            .chars()
            .mapToObj(symbol -> String.valueOf(filled((char) symbol, random)))
            .collect(Collectors.joining());
  }

  private static char filled(char symbol, Random random) {
    return switch (symbol) {
      case '9' -> (char) ('0' + random.nextInt(10));
      case 'A' -> (char) ('A' + random.nextInt(26));
      default -> symbol;
    };
  }
}
