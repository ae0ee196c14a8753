package io.daybook.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.EventType;
import io.daybook.eventstore.StoredEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayloadsTest {
  @Test
  void the_hash_of_a_token_is_not_told() {
    assertThat(told("{\"email\":\"ada@example.org\",\"verificationTokenHash\":\"5f0c\"}"))
        .isEqualTo(Map.of("email", "ada@example.org", "verificationTokenHash", "withheld"));
  }

  @Test
  void a_number_keeps_all_its_digits() {
    assertThat(told("{\"rate\":0.1000000000000000000001}"))
        .isEqualTo(Map.of("rate", new BigDecimal("0.1000000000000000000001")));
  }

  @Test
  void what_is_no_json_is_told_as_it_is() {
    assertThat(told("{broken")).isEqualTo("{broken");
  }

  private static Object told(String payload) {
    return Payloads.of(
        new StoredEvent(
            1, "id", "acme/cus_1", 0, new EventType("a.B", 1), Instant.EPOCH, Map.of(), payload));
  }
}
