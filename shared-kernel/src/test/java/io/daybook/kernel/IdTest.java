package io.daybook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kernel.id.OrderId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {

  @Test
  void ids_sort_by_the_time_of_their_making() {
    OrderId earlier = OrderId.of(Uuid7.at(Instant.parse("2026-01-01T00:00:00Z")));
    OrderId later = OrderId.of(Uuid7.at(Instant.parse("2026-01-01T00:00:00.001Z")));

    assertThat(earlier.value()).isLessThan(later.value());
  }

  @Test
  void a_generated_uuid_is_of_version_7() {
    UUID uuid = Uuid7.at(Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(uuid.version()).isEqualTo(7);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ord_",
        "cus_0192f0c1-0000-7000-8000-000000000000",
        "ord_0192F0C1-0000-7000-8000-000000000000",
        "ord_0192f0c1-0000-7000-8000-000000000000/../x"
      })
  void anything_but_the_prefix_and_a_uuid_is_refused(String text) {
    assertThatThrownBy(() -> new OrderId(text))
        .isInstanceOfSatisfying(
            Rejection.class, r -> assertThat(r.code()).isEqualTo(KernelRejection.INVALID_ID));
  }
}
