package io.daybook.app;

import io.daybook.eventstore.StoreHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Part of readiness, in the place of Spring Boot's own, which asks the database and so gives no answer while that
/// stands still.
@Component("dbHealthIndicator")
class DatabaseHealthIndicator implements HealthIndicator {
  private final StoreHealth store;

  DatabaseHealthIndicator(StoreHealth store) {
    this.store = store;
  }

  @Override
  public Health health() {
    return store
        .problem()
        .map(problem -> Health.down().withDetail("problem", problem).build())
        .orElseGet(() -> Health.up().build());
  }
}
