package io.daybook.query.graphql.stream;

import graphql.ExecutionResult;
import io.daybook.kernel.Rejection;
import io.daybook.query.graphql.Refusals;
import java.time.Duration;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;

/// GraphQL over server-sent events. Spring's own says nothing before the first event, ends after half a minute without
/// `complete`, hides why a subscription was refused, and writes keep-alives on the thread of all timers, where one
/// client that does not read stops the others.
final class EventStreams extends GraphQlSseHandler {
  private static final Duration NO_END = Duration.ZERO;

  private final OpenStreams streams;
  private final Scheduler threads;
  private final Duration keepAlive;

  EventStreams(
      WebGraphQlHandler handler, OpenStreams streams, Scheduler threads, Duration keepAlive) {
    super(handler);
    this.streams = streams;
    this.threads = threads;
    this.keepAlive = keepAlive;
  }

  @Override
  protected ServerResponse prepareResponse(
      ServerRequest request, Mono<WebGraphQlResponse> response) {
    Flux<Map<String, Object>> results =
        Flux.using(
                () -> streams.take(request.remoteAddress().orElse(null)),
                _ -> response.flatMapMany(EventStreams::results),
                OpenStreams.Place::close)
            .onErrorResume(Rejection.class, refused -> Flux.just(Refusals.result(refused)))
            .map(ExecutionResult::toSpecification);
    Flux<Map<String, Object>> kept = keptAlive(results).publishOn(threads);
    return ServerResponse.sse(events -> new EventStream(events).open(kept), NO_END);
  }

  private Flux<Map<String, Object>> keptAlive(Flux<Map<String, Object>> results) {
    Flux<Signal<Map<String, Object>>> alive =
        Flux.interval(keepAlive).onBackpressureDrop().map(_ -> Signal.next(EventStream.ALIVE));
    return results.materialize().mergeWith(alive).dematerialize();
  }

  /// A query has one result, and so has a subscription that was refused.
  private static Flux<ExecutionResult> results(WebGraphQlResponse response) {
    return response.getData() instanceof Publisher<?> updates
        ? Flux.from(updates).cast(ExecutionResult.class)
        : Flux.just(response.getExecutionResult());
  }
}
