package io.daybook.query.graphql;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import io.daybook.kernel.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Refuses what costs too much, before anything of it is read.
@Component
class QueryLimits extends SimplePerformantInstrumentation {
  private final ReadProperties limits;

  QueryLimits(ReadProperties limits) {
    this.limits = limits;
  }

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    try {
      check(parameters.getExecutionContext());
    } catch (Rejection refused) {
      throw new AbortExecutionException(
          List.of(Refusals.error(GraphqlErrorBuilder.newError(), refused)));
    }
    return SimpleInstrumentationContext.noOp();
  }

  private void check(ExecutionContext execution) {
    QueryCost cost = new QueryCosts(execution, this::checkPageSize).ofOperation();
    check(QueryRejection.QUERY_TOO_DEEP, "depth", cost.depth(), limits.depth());
    check(QueryRejection.TOO_MANY_ALIASES, "aliases", cost.aliases(), limits.aliases());
    check(QueryRejection.QUERY_TOO_COMPLEX, "complexity", cost.fields(), limits.complexity());
  }

  private void checkPageSize(int first) {
    if (first < 1 || first > limits.pageSize()) {
      throw Rejection.of(QueryRejection.PAGE_SIZE_OUT_OF_RANGE)
          .with("first", first, "must be from 1 to " + limits.pageSize());
    }
  }

  private static void check(QueryRejection code, String what, long value, long limit) {
    if (value > limit) {
      throw Rejection.of(code).with(what, value, "must be at most " + limit);
    }
  }
}
