package io.daybook.query.graphql.stream;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/// Writes results to one client as server-sent events, until there are no more or the client has gone.
final class EventStream extends BaseSubscriber<Map<String, Object>> {
  /// No result, but a sign that the server is there.
  static final Map<String, Object> ALIVE = Map.of();

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final String COMMENT = " ";

  private interface Write {
    void run() throws IOException;
  }

  private final ServerResponse.SseBuilder events;

  EventStream(ServerResponse.SseBuilder events) {
    this.events = events;
  }

  /// The headers go out at once, so that a client knows that it is heard.
  void open(Flux<Map<String, Object>> results) {
    events.onComplete(this::cancel);
    events.onError(_ -> cancel());
    if (written(() -> events.comment(COMMENT).send())) {
      results.subscribe(this);
    }
  }

  @Override
  protected void hookOnNext(Map<String, Object> result) {
    if (result.isEmpty()) {
      written(() -> events.comment(COMMENT).send());
    } else {
      written(() -> events.event("next").data(result));
    }
  }

  @Override
  protected void hookOnComplete() {
    if (written(() -> events.event("complete").data(""))) {
      events.complete();
    }
  }

  @Override
  protected void hookOnError(Throwable failure) {
    hookOnNext(
        ExecutionResult.newExecutionResult().errors(errors(failure)).build().toSpecification());
    hookOnComplete();
  }

  /// Those that [SubscriptionRefusals] or Spring have made of the failure.
  private static List<GraphQLError> errors(Throwable failure) {
    if (failure instanceof SubscriptionPublisherException told) {
      LOG.debug("A subscription has ended", failure);
      return told.getErrors();
    }
    LOG.error("A subscription has failed", failure);
    return List.of(
        GraphQLError.newError()
            .errorType(ErrorType.INTERNAL_ERROR)
            .message("The subscription has failed")
            .build());
  }

  private boolean written(Write write) {
    try {
      write.run();
      return true;
    } catch (IOException e) {
      LOG.debug("The client of an event stream has gone", e);
      cancel();
      events.complete();
      return false;
    }
  }
}
