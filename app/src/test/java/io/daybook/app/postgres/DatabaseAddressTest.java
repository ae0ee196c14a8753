package io.daybook.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @Test
  void a_postgres_url_is_taken_apart() {
    assertThat(DatabaseAddress.parse("postgres://shop:s3cret@db.example:5433/book?sslmode=require"))
        .isEqualTo(
            new DatabaseAddress(
                "jdbc:postgresql://db.example:5433/book?sslmode=require", "shop", "s3cret"));
  }

  @Test
  void a_login_is_decoded_and_keeps_its_plus_and_colon() {
    DatabaseAddress address = DatabaseAddress.parse("postgresql://shop%40eu:a+b%2Fc:d@db/book");
    assertThat(address.user()).isEqualTo("shop@eu");
    assertThat(address.password()).isEqualTo("a+b/c:d");
  }

  @Test
  void a_url_without_login_leaves_it_to_the_driver() {
    assertThat(DatabaseAddress.parse("postgres://db/book"))
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/book", null, null));
  }

  @Test
  void a_jdbc_url_passes_as_it_is_and_shows_no_password() {
    String url = "jdbc:postgresql://db/book?user=shop&password=s3cret";
    DatabaseAddress address = DatabaseAddress.parse(url);
    assertThat(address.jdbcUrl()).isEqualTo(url);
    assertThat(address.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://db/book", "db", "jdbc:mysql://db/book", "postgres:book", "a b"})
  void anything_else_is_refused(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> DatabaseAddress.parse(url));
  }
}
