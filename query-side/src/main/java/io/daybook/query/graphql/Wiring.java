package io.daybook.query.graphql;

import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/// What the schema's files have in common.
@Component
class Wiring implements RuntimeWiringConfigurer {
  private static final List<String> ENTITIES =
      List.of("Customer", "Category", "Product", "Stock", "Cart", "Order", "Payment");

  private final Histories histories;

  Wiring(Histories histories) {
    this.histories = histories;
  }

  @Override
  public void configure(RuntimeWiring.Builder wiring) {
    wiring.scalar(Scalars.LONG).scalar(Scalars.DATE_TIME).scalar(Scalars.JSON);
    for (String entity : ENTITIES) {
      wiring.type(entity, type -> type.dataFetcher("history", histories));
    }
  }
}
