package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimTest {

  @Test
  void what_is_logged_of_a_claim_has_no_key() {
    assertThat(new Claim("default", "customer-email", "ada@example.org"))
        .hasToString("Claim[tenant=default, kind=customer-email]");
  }
}
