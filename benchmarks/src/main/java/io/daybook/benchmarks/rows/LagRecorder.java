package io.daybook.benchmarks.rows;

import static java.util.Objects.requireNonNull;

import io.daybook.benchmarks.load.Sample;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Takes the time at which the first event of each stream was answered for, and that at which a
/// projection committed it.
final class LagRecorder implements AutoCloseable {
  private static final int PAUSE_MILLIS = 10;

  private final Map<String, Long> answered = new ConcurrentHashMap<>();
  private final Map<String, Long> shown = new ConcurrentHashMap<>();
  private final Registration registration;

  @SuppressWarnings("this-escape") // registered last, when everything is there
  private LagRecorder(EventProcessor projection) {
    this.registration = projection.registerHandlerInterceptor(this::note);
  }

  static LagRecorder over(EventProcessor projection) {
    return new LagRecorder(projection);
  }

  private @Nullable Object note(
      UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    if (unitOfWork.getMessage() instanceof DomainEventMessage<?> event) {
      String stream = event.getAggregateIdentifier();
      unitOfWork.afterCommit(committed -> shown.putIfAbsent(stream, System.nanoTime()));
    }
    return chain.proceed();
  }

  void answered(String stream) {
    answered.put(stream, System.nanoTime());
  }

  /// Waits until everything is shown. What was shown before its answer came has no lag.
  Sample lags(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!shown.keySet().containsAll(answered.keySet())) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The projection has left something out");
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    Histogram lags = Sample.histogram();
    answered.forEach(
        (stream, at) -> lags.recordValue(Math.max(0, requireNonNull(shown.get(stream)) - at)));
    return new Sample(lags.getTotalCount(), 0, lags);
  }

  @Override
  public void close() {
    registration.cancel();
  }
}
