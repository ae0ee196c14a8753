package io.daybook.eventstore.autoconfigure;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanAttributesProvider;
import org.axonframework.tracing.SpanFactory;

/// Axon makes a dozen spans for a command. In a trace that is not sampled they would all be thrown away, so none is
/// made there; log lines keep the id of the trace.
///
/// Nor is one made for an event that is published outside of any trace, as an import does it: it would be a
/// trace of its own with nothing else in it, for every event of a transaction.
final class SpansWhereWanted implements SpanFactory {

  private static final SpanFactory NONE = NoOpSpanFactory.INSTANCE;

  private final SpanFactory spans;

  SpansWhereWanted(SpanFactory spans) {
    this.spans = spans;
  }

  private SpanFactory factory() {
    SpanContext current = Span.current().getSpanContext();
    return current.isValid() && !current.isSampled() ? NONE : spans;
  }

  private static boolean isOutsideOfTraces() {
    return !Span.current().getSpanContext().isValid();
  }

  @Override
  public org.axonframework.tracing.Span createRootTrace(Supplier<String> name) {
    return factory().createRootTrace(name);
  }

  @Override
  public org.axonframework.tracing.Span createHandlerSpan(
      Supplier<String> name, Message<?> parent, boolean isChildTrace, Message<?>... linkedParents) {
    return factory().createHandlerSpan(name, parent, isChildTrace, linkedParents);
  }

  @Override
  public org.axonframework.tracing.Span createDispatchSpan(
      Supplier<String> name, Message<?> parent, Message<?>... linkedSiblings) {
    return parent instanceof EventMessage<?> && isOutsideOfTraces()
        ? NONE.createDispatchSpan(name, parent, linkedSiblings)
        : factory().createDispatchSpan(name, parent, linkedSiblings);
  }

  @Override
  public org.axonframework.tracing.Span createInternalSpan(Supplier<String> name) {
    return factory().createInternalSpan(name);
  }

  @Override
  public org.axonframework.tracing.Span createInternalSpan(
      Supplier<String> name, Message<?> message) {
    return factory().createInternalSpan(name, message);
  }

  @Override
  public void registerSpanAttributeProvider(SpanAttributesProvider provider) {
    spans.registerSpanAttributeProvider(provider);
  }

  @Override
  public <M extends Message<?>> M propagateContext(M message) {
    return isOutsideOfTraces() && Baggage.current().isEmpty()
        ? message
        : spans.propagateContext(message);
  }
}
