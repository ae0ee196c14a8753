package io.daybook.query.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import io.daybook.eventstore.SeldomLog;
import io.daybook.eventstore.SqlStates;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/// Refusals as GraphQL errors, with the stable code and the fields at fault in `extensions`.
@Component
public class Refusals extends DataFetcherExceptionResolverAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final SeldomLog unavailable = new SeldomLog();

  @Override
  protected @Nullable GraphQLError resolveToSingleError(
      Throwable failure, DataFetchingEnvironment environment) {
    return resolved(failure, GraphqlErrorBuilder.newError(environment));
  }

  /// Null where it is no refusal, but a fault.
  public @Nullable GraphQLError resolved(Throwable failure, GraphqlErrorBuilder<?> builder) {
    if (SqlStates.isCausedByUnavailability(failure)) {
      if (unavailable.isDue()) {
        LOG.warn("The database is not available, callers are told to come again", failure);
      }
      return error(builder, Rejection.of(KernelRejection.STORE_UNAVAILABLE));
    }
    return failure instanceof Rejection rejection ? error(builder, rejection) : null;
  }

  /// Whether an answer lacks something because the database was not available.
  static boolean isUnavailable(ResponseError error) {
    return KernelRejection.STORE_UNAVAILABLE.name().equals(error.getExtensions().get("code"));
  }

  /// An answer that has nothing but the refusal.
  public static ExecutionResult result(Rejection rejection) {
    return ExecutionResult.newExecutionResult()
        .addError(error(GraphqlErrorBuilder.newError(), rejection))
        .build();
  }

  static GraphQLError error(GraphqlErrorBuilder<?> builder, Rejection rejection) {
    return builder
        .errorType(
            rejection.code().kind() == RejectionCode.Kind.UNAVAILABLE
                ? ErrorType.INTERNAL_ERROR
                : ErrorType.BAD_REQUEST)
        .message("%s", rejection.code().rule() + details(rejection))
        .extensions(extensions(rejection))
        .build();
  }

  static Map<String, Object> extensions(Rejection rejection) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", rejection.code().name());
    extensions.put("fields", rejection.violations().stream().map(Refusals::field).toList());
    return extensions;
  }

  private static Map<String, Object> field(Rejection.Violation violation) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("field", violation.field());
    field.put("value", violation.value());
    field.put("rule", violation.rule());
    return field;
  }

  private static String details(Rejection rejection) {
    List<String> texts =
        rejection.violations().stream()
            .map(v -> "%s is %s and %s".formatted(v.field(), v.value(), v.rule()))
            .toList();
    return texts.isEmpty() ? "" : " (" + String.join("; ", texts) + ")";
  }
}
