package io.daybook.command.testing;

import io.daybook.command.dispatch.Origins;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregate;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/// One aggregate that lives through many commands, for what must hold after any of them. Its handlers
/// are found and called by Axon; only nothing is stored.
public final class Living<T> {
  private final List<Event> events = new ArrayList<>();
  private final AnnotatedAggregate<T> aggregate;

  public Living(Class<T> type, T root, Object... resources) {
    AggregateModel<T> model =
        AnnotatedAggregateMetaModelFactory.inspectAggregate(
            type,
            MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(type),
                new SimpleResourceParameterResolverFactory(List.of(resources))));
    SimpleEventBus bus = SimpleEventBus.builder().build();
    bus.subscribe(batch -> batch.forEach(message -> events.add((Event) message.getPayload())));
    aggregate = AnnotatedAggregate.initialize(root, model, bus);
  }

  /// All that has happened so far.
  public List<Event> events() {
    return List.copyOf(events);
  }

  /// The answer, or the exception that the command was refused with.
  public ResultMessage<?> send(Command command, MetaData metaData) {
    CommandMessage<?> message = new GenericCommandMessage<>(command).withMetaData(metaData);
    DefaultUnitOfWork<CommandMessage<?>> unitOfWork = DefaultUnitOfWork.startAndGet(message);
    unitOfWork.registerCorrelationDataProvider(new Origins());
    Callable<Object> handling = () -> aggregate.handle(message);
    return unitOfWork.executeWithResult(handling);
  }
}
