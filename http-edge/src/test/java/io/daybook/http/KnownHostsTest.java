package io.daybook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsTest {
  private final KnownHosts hosts = new KnownHosts(List.of("Shop.example", " "));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8080",
        "LOCALHOST:1",
        "shop.localhost",
        "127.0.0.1:8080",
        "[::1]:8080",
        "10.1.2.3",
        "shop.example:443",
        "SHOP.example"
      })
  void a_server_is_known_by_loopback_names_addresses_and_what_is_configured(String host) {
    assertThat(hosts.isKnown(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "not a host",
        "user@evil.example",
        "localhost/@evil.example:80",
        ""
      })
  void and_by_nothing_else(String host) {
    assertThat(hosts.isKnown(host)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:3000, localhost:8080, true",
    "http://127.0.0.1:8080, 127.0.0.1:8080, true",
    "https://shop.example, localhost:8080, true",
    "http://10.1.2.3:8080, 10.1.2.3:8080, true",
    "http://10.9.9.9, 10.1.2.3:8080, false",
    "https://evil.example, localhost:8080, false",
    "null, localhost:8080, false",
    "http://localhost.evil.example, localhost:8080, false"
  })
  void a_page_is_of_the_same_server_or_of_a_known_one(String origin, String host, boolean known) {
    assertThat(hosts.isKnownOrigin(origin, host)).isEqualTo(known);
  }
}
