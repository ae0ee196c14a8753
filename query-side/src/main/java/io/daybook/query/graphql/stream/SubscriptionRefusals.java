package io.daybook.query.graphql.stream;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.daybook.query.graphql.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/// Says why a subscription is refused, or has ended, as a query's refusal does.
@Component
class SubscriptionRefusals extends SubscriptionExceptionResolverAdapter {
  private final Refusals refusals;

  SubscriptionRefusals(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected @Nullable GraphQLError resolveToSingleError(Throwable failure) {
    return refusals.resolved(failure, GraphqlErrorBuilder.newError());
  }
}
