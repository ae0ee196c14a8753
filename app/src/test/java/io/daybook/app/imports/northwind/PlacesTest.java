package io.daybook.app.imports.northwind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  @ParameterizedTest
  @CsvSource({"Germany,DE", "USA,US", "UK,GB", "Venezuela,VE", "Ireland,IE", "FR,FR"})
  void countries_have_their_codes(String name, String code) {
    assertThat(Places.code(name)).contains(code);
  }

  @Test
  void a_country_that_is_none_has_no_code() {
    assertThat(Places.code("Atlantis")).isEmpty();
    assertThat(Places.code("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"8022,ES,08022", "28001,ES,28001", "8010,AT,8010", "'',IE,''"})
  void a_spanish_code_gets_its_lost_zero_back(String written, String country, String code) {
    assertThat(Places.address("R", "S", "C", "", written, country).postalCode()).isEqualTo(code);
  }

  @Test
  void a_region_that_is_not_given_is_none() {
    assertThat(Places.address("R", "S", "C", "", "1", "AT").state()).isNull();
    assertThat(Places.address("R", "S", "C", "WA", "1", "US").state()).isEqualTo("WA");
  }
}
