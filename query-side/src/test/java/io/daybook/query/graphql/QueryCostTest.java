package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryCostTest {
  @Test
  void a_field_costs_itself_and_all_that_is_below_it_as_often_as_that_may_be_there() {
    QueryCost twoFields = QueryCost.NOTHING.below(1, false).plus(QueryCost.NOTHING.below(1, true));

    assertThat(twoFields.below(100, false)).isEqualTo(new QueryCost(2, 201, 1));
  }

  @Test
  void a_cost_that_is_beyond_counting_stays_there() {
    QueryCost cost = QueryCost.NOTHING.below(1, false);
    for (int level = 0; level < 100; level++) {
      cost = cost.below(100, true).plus(cost);
    }

    assertThat(cost.fields()).isGreaterThan(Long.MAX_VALUE / 4);
    assertThat(cost.depth()).isEqualTo(101);
  }
}
